import { z } from 'zod';
import { id, version } from '../ids.ts';
import { matchTerm } from '../opportunity/schema.ts';
import { email, line } from '../text.ts';
import { instant } from '../time.ts';
import { weightBounds } from './weightBounds.ts';

/** How much it counts to have been shown less than others: 0 not at all (domain rules, section 4). */
export const lambda = z.number().min(0, 'is at least 0').max(2, 'is at most 2');
export const DEFAULT_LAMBDA = 0.5;

/** Sums of decimal fractions are off by less than this. */
const ROUNDING = 1e-9;

/** One weight for each term of the fit. */
export const weights = z.record(matchTerm.shape.key, z.number());

/** Weights that a network may use: each within its published bounds, 1 together. */
export const boundedWeights = weights.superRefine((given, context) => {
  for (const key of matchTerm.shape.key.options) {
    const { least, most } = weightBounds[key];
    if (given[key] < least - ROUNDING || given[key] > most + ROUNDING)
      context.addIssue({ code: 'custom', path: [key], message: `is between ${least} and ${most}` });
  }
  const sum = Object.values(given).reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > ROUNDING)
    context.addIssue({ code: 'custom', message: `have to sum to 1, not to ${Number(sum.toFixed(4))}` });
});

/**
 * What is done with weights learnt from answers and awards: nothing is learnt, a coordinator decides on each proposal,
 * or they are taken as they come.
 */
export const learningModes = ['off', 'propose', 'automatic'] as const;
export type LearningMode = (typeof learningModes)[number];
export const DEFAULT_LEARNING: LearningMode = 'propose';

/** What a coordinator changes, and the version that they saw. */
export const networkChange = z.strictObject({
  version,
  name: line(80).min(2, 'is needed').optional(),
  lambda: lambda.optional(),
  weights: boundedWeights.optional(),
  learning: z.enum(learningModes).optional(),
  /** Why; the others read it in the history. */
  note: line(300).default(''),
});
export type NetworkChange = z.input<typeof networkChange>;

export const coordinatorInput = z.strictObject({ version, email });

export const networkFields = ['name', 'lambda', 'weights', 'coordinators', 'learning'] as const;

/** One line of a network's history: what was changed by whom, from what to what. Nothing is ever taken out of it. */
export interface NetworkEvent {
  id: string;
  at: Date;
  /** Null for what the installation did by itself. */
  actorId: string | null;
  what: (typeof networkFields)[number];
  from: unknown;
  to: unknown;
  note: string;
}

/** What everybody may know of a network: the rules that it matches by. */
export const networkView = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  lambda: z.number(),
  weights,
  defaults: z.object({ lambda: z.number(), weights }),
  bounds: z.record(matchTerm.shape.key, z.object({ least: z.number(), most: z.number() })),
});
export type NetworkView = z.infer<typeof networkView>;

/** The same with what its coordinators see. */
export const networkSettingsView = networkView.extend({
  version: z.int(),
  learning: z.enum(learningModes),
  /** What a change of weights reaches: tenders that take bids, and the co-ops that are matched to them. */
  reach: z.object({ openTenders: z.int(), coops: z.int() }),
  coordinators: z.array(z.object({ personId: id, name: z.string(), email: z.string() })),
  /** Newest first, in words. */
  history: z.array(
    z.object({
      id,
      at: instant,
      by: z.string(),
      what: z.enum(networkFields),
      sentence: z.string(),
      note: z.string(),
    }),
  ),
});
export type NetworkSettingsView = z.infer<typeof networkSettingsView>;
