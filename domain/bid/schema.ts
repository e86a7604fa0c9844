import { z } from 'zod';
import { id, partId, version } from '../ids.ts';
import { currency, minor } from '../money.ts';
import type { Currency } from '../money.ts';
import { organisationRef } from '../organisation/schema.ts';
import { line, markdown } from '../text.ts';
import { instant } from '../time.ts';
import { verdictView } from '../verdictView.ts';
import { bidStates } from './lifecycle.ts';
import type { BidState } from './lifecycle.ts';

/** How many days of one requirement a seat carries. */
export const seatPart = z.strictObject({
  requirementId: partId,
  days: z.number().min(0.5, 'is at least half a day').max(2000).multipleOf(0.5, 'goes in half days'),
});
export type SeatPart = z.infer<typeof seatPart>;

/** One part of the bid: what is to be done, for how much, by whom (null while the seat is open). */
export interface Seat {
  id: string;
  coopId: string | null;
  state: 'open' | 'invited' | 'accepted';
  /** The invitation by which the seat was offered to the co-op; null while it is open, and for the lead. */
  invitationId: string | null;
  parts: SeatPart[];
  shareMinor: number;
  /** What this co-op brings, in its own words. */
  contribution: string;
  /** Whether the other members may see this seat's price; set by the co-op that holds the seat. */
  showsPrice: boolean;
}

export const section = z.strictObject({
  key: partId,
  title: line(120).min(1, 'is needed'),
  text: markdown(20_000),
});
export type Section = z.infer<typeof section>;

export const disputePathKinds = [
  'talk_then_mediator',
  'network_coordinator',
  'named_mediator',
  'arbitration',
] as const;

/** What happens when the members disagree; without one no bid is submitted. */
export const disputePath = z.strictObject({
  kind: z.enum(disputePathKinds),
  /** Who mediates or decides; needed for a named mediator and for arbitration. */
  who: line(120).default(''),
});
export type DisputePath = z.infer<typeof disputePath>;

/** Why co-ops join up, recorded because co-operation between competitors needs a lawful reason. */
export const joiningReasons = ['skill', 'capacity', 'turnover'] as const;
export const joiningReason = z.enum(joiningReasons);
export type JoiningReason = z.infer<typeof joiningReason>;

/** The working text and terms of a bid; sealed from everyone outside the consortium until the deadline. */
export interface BidContent {
  sections: Section[];
  totalMinor: number;
  disputePath: DisputePath | null;
  joiningReasons: JoiningReason[];
  seats: Seat[];
}

/** What every co-op signs: the whole offer, frozen. Its canonical JSON (RFC 8785) is hashed with SHA-256. */
export interface FrozenBid {
  tenderId: string;
  tenderVersion: number;
  bidId: string;
  revision: number;
  leadId: string;
  currency: Currency;
  totalMinor: number;
  liability: string;
  disputePath: DisputePath;
  joiningReasons: JoiningReason[];
  sections: Section[];
  seats: {
    id: string;
    coopId: string;
    coopName: string;
    parts: SeatPart[];
    shareMinor: number;
    contribution: string;
  }[];
}

export interface Signature {
  coopId: string;
  personId: string;
  personName: string;
  at: Date;
}

/** A frozen revision: its number, its content, the hash that is signed, and who has signed. */
export interface Revision {
  number: number;
  hash: string;
  content: FrozenBid;
  frozenAt: Date;
  frozenBy: string;
  signatures: Signature[];
  /** True once the text was edited, or a member went: it can't be signed any more, even if the old words come back. */
  isVoid: boolean;
}

/** The live bid: the last fully signed revision that was submitted. */
export interface Submission {
  revision: number;
  hash: string;
  at: Date;
  byPersonId: string;
}

/** The working document of a bid, with all that the rules of its moves need to know. */
export interface Bid {
  id: string;
  tenderId: string;
  leadId: string;
  state: BidState;
  content: BidContent;
  /** Oldest first; only the last one can be signed. */
  revisions: Revision[];
  submission: Submission | null;
}

/** How well each co-op can do each requirement: co-op id, then requirement id, then s in 0…1 (0 where it lacks a certificate or language asked for). */
export type Strengths = Readonly<Record<string, Readonly<Record<string, number>>>>;

// Inputs

export const bidChange = z.strictObject({
  version,
  sections: z.array(section).max(20).optional(),
  disputePath: disputePath.nullable().optional(),
  joiningReasons: z.array(joiningReason).max(3).optional(),
});
export type BidChange = z.infer<typeof bidChange>;

/** The lead may start from a suggested consortium: the parts of its own co-op and those of the seats to fill. */
export const bidStart = z.strictObject({
  suggestion: z
    .array(z.strictObject({ coopId: id, parts: z.array(seatPart).max(20) }))
    .max(30)
    .default([]),
  /** Said by a co-op that is already in another bid for the same tender. */
  declaresRival: z.boolean().default(false),
});
export type BidStart = z.infer<typeof bidStart>;

export const seatInput = z.strictObject({
  version,
  parts: z.array(seatPart).min(1, 'Give the seat at least one requirement.').max(20),
  contribution: markdown(2000).default(''),
});
export const seatChange = z.strictObject({
  version,
  parts: z.array(seatPart).min(1, 'Give the seat at least one requirement.').max(20).optional(),
  contribution: markdown(2000).optional(),
  showsPrice: z.boolean().optional(),
});
export const versionInput = z.strictObject({ version });

/** Total and the share of each seat; refused unless the shares sum exactly to the total. */
export const sharesInput = z.strictObject({
  version,
  totalMinor: minor,
  shares: z.array(z.strictObject({ seatId: partId, shareMinor: minor })).max(30),
});

export const signInput = z.strictObject({
  revision: z.int().min(1),
  /** The hash that the signer was shown; signing anything else is refused. */
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'is a SHA-256 in hexadecimal'),
});
export const submitInput = z.strictObject({ revision: z.int().min(1) });

// Views

const seatView = z.object({
  id: partId,
  coop: organisationRef.nullable(),
  isLead: z.boolean(),
  state: z.enum(['open', 'invited', 'accepted']),
  parts: z.array(seatPart),
  /** null where the reader may not see this seat's price. */
  shareMinor: z.int().nullable(),
  contribution: z.string(),
  showsPrice: z.boolean(),
  isMine: z.boolean(),
  invitationId: id.nullable(),
});
export type SeatView = z.infer<typeof seatView>;

/** One cell of the coverage board: how well the co-op of a seat covers a requirement, and the days it takes on. */
const coverageCell = z.object({ seatId: partId, strength: z.number(), days: z.number() });
const coverageRow = z.object({
  requirementId: partId,
  skill: z.string(),
  label: z.string(),
  priority: z.enum(['must', 'should']),
  level: z.int(),
  neededDays: z.number(),
  coveredDays: z.number(),
  /** True when an accepted seat's co-op covers it with s ≥ 0.5 and all its days are taken on. */
  isCovered: z.boolean(),
  cells: z.array(coverageCell),
});
export const coverageView = z.array(coverageRow);
export type CoverageView = z.infer<typeof coverageView>;

/** Care: things to look at before signing; never a reason to refuse. Only the reader's own co-op's private figures are used. */
export const warningView = z.object({ code: z.string(), seatId: partId.nullable(), message: z.string() });
export type WarningView = z.infer<typeof warningView>;

const problemView = z.object({ pointer: z.string(), message: z.string() });

export const revisionView = z.object({
  number: z.int(),
  hash: z.string(),
  frozenAt: instant,
  isCurrent: z.boolean(),
  isLive: z.boolean(),
  signatures: z.array(z.object({ coop: organisationRef, personName: z.string(), at: instant })),
  waitingFor: z.array(organisationRef),
});

export const bidActions = ['edit', 'invite', 'freeze', 'sign', 'submit', 'withdraw', 'leave'] as const;

/** The bid room as a member of the consortium sees it. */
export const bidView = z.object({
  id,
  version: z.int(),
  state: z.enum(bidStates),
  tender: z.object({
    id,
    title: z.string(),
    deadline: instant,
    zone: z.string(),
    currency,
    maxBidsPerMember: z.int(),
    liability: z.string(),
    budget: z.string(),
  }),
  lead: organisationRef,
  myRole: z.enum(['lead', 'member']),
  mySeatId: partId.nullable(),
  sections: z.array(section),
  disputePath: disputePath.nullable(),
  joiningReasons: z.array(joiningReason),
  totalMinor: z.int(),
  seats: z.array(seatView),
  coverage: coverageView,
  warnings: z.array(warningView),
  /** What is missing before a revision can be frozen. */
  problems: z.array(problemView),
  revisions: z.array(revisionView),
  submission: z.object({ revision: z.int(), hash: z.string(), at: instant }).nullable(),
  /** True when the working text differs from the last frozen revision. */
  hasUnfrozenChanges: z.boolean(),
  outcome: z.object({ reason: z.string(), at: instant }).nullable(),
  can: z.record(z.enum(bidActions), verdictView),
});
export type BidView = z.infer<typeof bidView>;

export const bidCard = z.object({
  id,
  state: z.enum(bidStates),
  tender: z.object({ id, title: z.string(), deadline: instant, zone: z.string() }),
  lead: organisationRef,
  myRole: z.enum(['lead', 'member']),
  waitsForMe: z.boolean(),
});
export type BidCard = z.infer<typeof bidCard>;

/** A frozen revision in full, for reading before signing and for the client after opening. */
export const frozenView = z.object({
  number: z.int(),
  hash: z.string(),
  lead: organisationRef,
  currency,
  totalMinor: z.int(),
  liability: z.string(),
  disputePath,
  joiningReasons: z.array(joiningReason),
  sections: z.array(section),
  seats: z.array(
    z.object({
      id: partId,
      coop: organisationRef,
      parts: z.array(seatPart),
      shareMinor: z.int().nullable(),
      contribution: z.string(),
    }),
  ),
  signatures: z.array(z.object({ coop: organisationRef, personName: z.string(), at: instant })),
});
export type FrozenView = z.infer<typeof frozenView>;

const seatShare = z.object({ coop: organisationRef, parts: z.array(seatPart), days: z.number() });
export type SeatShare = z.infer<typeof seatShare>;

/** Who could take a seat, given those who stay, for the lead alone. */
export const seatCandidates = z.object({
  /** Co-ops that could do some of it: those that can do all of it first. */
  items: z.array(
    z.object({
      coop: organisationRef,
      fit: z.number(),
      freeDays: z.number(),
      /** Which of the seat's requirements it covers, days aside. */
      covers: z.array(partId),
      /** What it has the days for. */
      parts: z.array(seatPart),
      days: z.number(),
      isWhole: z.boolean(),
      lacks: z.array(partId),
      why: z.array(z.string()),
      /** It has declined a seat in this bid, or left one. */
      hasDeclined: z.boolean(),
    }),
  ),
  /** Where no single one can do all of it: the fewest that can together, and what those who stay help with. */
  groups: z.array(z.object({ newcomers: z.array(seatShare), helpers: z.array(seatShare) })),
  /** How those who stay could do it among themselves; null when they can't. */
  amongYou: z.array(seatShare).nullable(),
});
export type SeatCandidates = z.infer<typeof seatCandidates>;

/** An opened bid as the client sees it after the deadline. */
export const openedBidView = z.object({
  id,
  label: z.string(),
  state: z.enum(bidStates),
  submittedAt: instant,
  offer: frozenView,
  coverage: coverageView,
  outcome: z.object({ reason: z.string(), at: instant }).nullable(),
});
export type OpenedBidView = z.infer<typeof openedBidView>;
