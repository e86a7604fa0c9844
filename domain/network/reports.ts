import { z } from 'zod';
import { id, partId, version } from '../ids.ts';
import { worthAskingView } from '../opportunity/worthAsking.ts';
import { bases, organisationRef } from '../organisation/schema.ts';
import { instant } from '../time.ts';
import { learningModes, weights } from './schema.ts';

/** How far back the report of exposure looks, in days. */
export const reportDays = ['30', '90', '365'] as const;
export type ReportDays = (typeof reportDays)[number];

/** Beside what kinds of co-op there are: those that did not say. */
export const reportedTypes = [...bases, 'not_said'] as const;

/** 1 is the average of all: as much attention for its fit. */
const share = z.number();

/** How attention in mails was shared out, beside what the fits deserve. The type of a co-op is only reported. */
export const exposureView = z.object({
  since: instant,
  /** Co-ops of the network that fitted no tender in this time; they are in no other figure. */
  withoutFit: z.int(),
  /** Gini coefficients, 0 (even) to 1: of attention, and of attention for each unit of fit. */
  giniShown: z.number(),
  giniServed: z.number(),
  neverShown: z.int(),
  /** The co-ops in ten equal parts, the least served first. */
  tenths: z.array(z.object({ coops: z.int(), share })),
  types: z.array(
    z.object({ type: z.enum(reportedTypes), coops: z.int(), shown: z.number(), fit: z.number(), share }),
  ),
  /** Least served first. */
  items: z.array(
    z.object({
      coop: organisationRef,
      /** Tenders that it was to hear of, and those that a mail has told it of. */
      toHear: z.int(),
      told: z.int(),
      shown: z.number(),
      fit: z.number(),
      share,
    }),
  ),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});
export type ExposureView = z.infer<typeof exposureView>;

/** What an order does over many tenders. */
const measures = {
  /** Quality of the first ten places, 1 when the best fits always come first (nDCG@10). */
  ndcg: z.number(),
  giniShown: z.number(),
  giniServed: z.number(),
  /** Share of the co-ops that got no attention at all. */
  neverShown: z.number(),
};

/** What the last tenders would have looked like under a λ, beside the network's own and some others. */
export const replayView = z.object({
  /** The λ asked for, and the one that the network has. */
  lambda: z.number(),
  current: z.number(),
  tenders: z.int(),
  coops: z.int(),
  /** Whether of some tenders only the first co-ops were played. */
  isCut: z.boolean(),
  mostOfEach: z.int(),
  curve: z.array(z.object({ lambda: z.number(), ...measures })),
  /** The newest tenders: who would have come first, and which place the network's own λ would have given them. */
  newest: z.array(
    z.object({
      tender: z.object({ id, title: z.string() }),
      /** How many of the first ten would not have been among them. */
      newcomers: z.int(),
      first: z.array(z.object({ coop: organisationRef, fit: z.number(), place: z.int(), placeNow: z.int() })),
    }),
  ),
});
export type ReplayView = z.infer<typeof replayView>;

/** An open tender with requirements that nobody or only one co-op covers. */
export const thinTenderView = z.object({
  tender: z.object({ id, title: z.string(), deadline: instant, zone: z.string().nullable() }),
  /** Whether it is being matched right now, so that this may change within minutes. */
  isBeingMatched: z.boolean(),
  thin: z.array(
    z.object({
      requirementId: partId,
      label: z.string(),
      priority: z.enum(['must', 'should']),
      level: z.int(),
      days: z.number(),
      /** The one co-op that covers it; null where nobody does. */
      only: organisationRef.nullable(),
      /** Who did such work without listing the skill; null as long as nobody has looked. */
      worthAsking: z.array(worthAskingView).nullable(),
    }),
  ),
});
export type ThinTenderView = z.infer<typeof thinTenderView>;

/** Whether the co-ops there are could do a tender together, and what would make it possible. */
export const feasibilityView = z.object({
  /** Co-ops in the smallest consortium; null where there is none. */
  size: z.int().nullable(),
  obstacles: z.array(z.string()),
  /** The cheapest first; each was tried and is true when applied. */
  changes: z.array(z.object({ sentence: z.string(), isCheapest: z.boolean() })),
});
export type FeasibilityView = z.infer<typeof feasibilityView>;

/** Weights that were learnt from past tenders, what they were learnt from, and what they would have changed. */
const weightProposal = z.object({
  id,
  madeAt: instant,
  /** The weights have changed since it was made, so that it cannot be accepted any more. */
  isOutdated: z.boolean(),
  from: weights,
  to: weights,
  /** Past tenders that taught something. */
  tenders: z.int(),
  /** What share of each term those had whom the fit would have chosen, and those who answered yes or won. */
  expected: weights,
  observed: weights,
  /** Of so many past tenders, in so many the first ten would have been others or in another order. */
  played: z.int(),
  changed: z.int(),
  effects: z.array(
    z.object({
      tender: z.object({ id, title: z.string() }),
      entered: z.array(organisationRef),
      left: z.array(organisationRef),
      moved: z.int(),
      /** The largest change of a fit among the first ten, as a part of the whole. */
      largest: z.number(),
    }),
  ),
});

/** The model that tells who did similar work: the published plain order, or what the network's own awards taught. */
const pastWorkModelView = z.object({
  /** When it was looked at last; null where it never was. */
  lookedAt: instant.nullable(),
  /** Awarded tenders of the network, and how many of them taught something. */
  awards: z.int(),
  lessons: z.int(),
  /** From so many awards on it may be enough. */
  leastAwards: z.int(),
  leastLessons: z.int(),
  /** The weight of each feature, for values in spreads from their mean; null for the plain order. */
  learnt: z.array(z.object({ feature: z.string(), meaning: z.string(), weight: z.number() })).nullable(),
});
export type PastWorkModelView = z.infer<typeof pastWorkModelView>;

export const learningView = z.object({
  mode: z.enum(learningModes),
  version,
  /** When it learns next; null where it does so as soon as there is a worker. */
  learnsAt: instant.nullable(),
  proposal: weightProposal.nullable(),
  pastWork: pastWorkModelView,
  /** What became of those before, the newest first. */
  past: z.array(
    z.object({
      id,
      madeAt: instant,
      state: z.enum(['accepted', 'declined', 'outdated', 'applied']),
      by: z.string().nullable(),
      tenders: z.int(),
    }),
  ),
});
export type LearningView = z.infer<typeof learningView>;

/** A decision on a proposal, and the version of the network that it was seen with. */
export const proposalDecision = z.strictObject({ proposalId: id, version });
