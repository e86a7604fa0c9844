import { z } from 'zod';
import { country, organisationRef } from '../organisation/schema.ts';
import { level } from '../coop/schema.ts';
import { id, partId, slug, version } from '../ids.ts';
import { currency, minor } from '../money.ts';
import { line, markdown } from '../text.ts';
import { day, instant, zone } from '../time.ts';
import { verdictView } from '../verdictView.ts';
import { tenderStates } from './lifecycle.ts';

/** One need of a tender: skill, must or should, minimum level, person-days, optionally certificate and language. */
export const requirement = z.strictObject({
  id: partId,
  skill: slug,
  priority: z.enum(['must', 'should']),
  level,
  days: z.number().min(0.5, 'is at least half a day').max(2000).multipleOf(0.5, 'goes in half days'),
  certificate: slug.nullable().default(null),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable()
    .default(null),
  note: line(300).default(''),
});
export type Requirement = z.infer<typeof requirement>;

export const criterion = z.strictObject({
  id: partId,
  name: line(80),
  weight: z.int().min(0).max(100),
  description: line(300).default(''),
});
export type Criterion = z.infer<typeof criterion>;

export const budget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('band'), minMinor: minor, maxMinor: minor }),
  z.strictObject({ kind: z.literal('not_disclosed') }),
]);

export const workplaces = ['remote', 'hybrid', 'on_site'] as const;
export const liabilities = ['lead_prime', 'several', 'joint_several'] as const;

/** What a client writes. A draft may be incomplete; `tenderProblems` says what publishing still needs. */
export const tenderContent = z.strictObject({
  title: line(120),
  summary: markdown(600),
  problem: markdown(8000),
  outcome: markdown(8000),
  users: markdown(8000),
  requirements: z.array(requirement).max(20),
  budget: budget.nullable(),
  currency,
  /** IANA zone in which the client means all dates. */
  zone,
  questionsUntil: instant.nullable(),
  /** Bids count in the half-open interval [published, deadline) by the server's clock. */
  deadline: instant.nullable(),
  decisionBy: day.nullable(),
  start: day.nullable(),
  end: day.nullable(),
  workplace: z.enum(workplaces),
  country: country.nullable(),
  city: line(80),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'is a language code, such as es')).max(10),
  sector: slug.nullable(),
  values: z.array(slug).max(10),
  /** Kinds of work that some co-ops refuse (terms of the red-line list); said openly so that nobody is misled. */
  touches: z.array(slug).max(10),
  cpv: z.array(z.string().regex(/^\d{8}$/, 'is eight digits')).max(10),
  criteria: z.array(criterion).max(10),
  /** In how many bids for this tender one co-op may take part. */
  maxBidsPerMember: z.int().min(1).max(5),
  liability: z.enum(liabilities),
});
export type TenderContent = z.infer<typeof tenderContent>;

export const emptyTender: TenderContent = {
  title: '',
  summary: '',
  problem: '',
  outcome: '',
  users: '',
  requirements: [],
  budget: null,
  currency: 'EUR',
  zone: 'Europe/London',
  questionsUntil: null,
  deadline: null,
  decisionBy: null,
  start: null,
  end: null,
  workplace: 'remote',
  country: null,
  city: '',
  languages: [],
  sector: null,
  values: [],
  touches: [],
  cpv: [],
  criteria: [],
  maxBidsPerMember: 1,
  liability: 'lead_prime',
};

/** A new draft: whatever is known already; the rest is empty. */
export const tenderStart = tenderContent.partial();

/** What autosave sends: any of the fields, and the version they were made on. */
export const tenderChange = z.strictObject({ version, content: tenderContent.partial() });

export const publishInput = z.strictObject({ version });
export const reasonInput = z.strictObject({
  version,
  reason: line(1000).min(1, 'is needed: everyone who took part reads it'),
});
export const awardInput = z.strictObject({
  version,
  bidId: id,
  reason: line(1000).min(1, 'is needed: the winners and the others learn from it'),
  /** One reason for each bid that is not chosen. */
  others: z
    .array(z.strictObject({ bidId: id, reason: line(1000).min(1, 'is needed for each bid') }))
    .max(200),
});

export const tenderActions = [
  'edit',
  'publish',
  'withdraw',
  'seeBids',
  'award',
  'close_without_award',
  'cancel',
  'complete',
] as const;

/** One row of a list of tenders. */
export const tenderCard = z.object({
  id,
  title: z.string(),
  summary: z.string(),
  client: organisationRef.nullable(),
  state: z.enum(tenderStates),
  skills: z.array(z.string()),
  days: z.number(),
  budget: budget.nullable(),
  currency,
  deadline: instant.nullable(),
  zone: z.string(),
  workplace: z.enum(workplaces),
  country: z.string().nullable(),
  publishedAt: instant.nullable(),
});
export type TenderCard = z.infer<typeof tenderCard>;

/** A tender as its reader may see it; `can` answers each action with a verdict. Never holds anything about bids. */
export const tenderView = z.object({
  id,
  version: z.int(),
  client: organisationRef.nullable(),
  state: z.enum(tenderStates),
  content: tenderContent,
  createdAt: instant,
  publishedAt: instant.nullable(),
  /** Why it ended, where it ended without an award. */
  closingNote: z.string().nullable(),
  /** Public once awarded: who does the work and why they were chosen. */
  award: z
    .object({ at: instant, reason: z.string(), organisations: z.array(organisationRef), totalMinor: z.int() })
    .nullable(),
  /** True when the reader acts for the client. */
  isOwn: z.boolean(),
  can: z.record(z.enum(tenderActions), verdictView),
});
export type TenderView = z.infer<typeof tenderView>;
