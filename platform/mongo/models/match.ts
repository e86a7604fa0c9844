import type {
  FitTerm,
  Ineligibility,
  MatchChange,
  RequirementFit,
} from '@cobid/domain/opportunity/schema.ts';
import { collection } from '../collection.ts';
import { before, oneOf } from '../filter.ts';
import { flag, list, moment, number, text, textList } from '../types.ts';

/**
 * How a co-op fits a tender, with the explanation whose terms sum to the score. Stored for those who have to hear of the
 * tender (domain/matching/mustHear.ts); what it would be for another one is worked out when somebody asks.
 */
export interface MatchRecord {
  id: string;
  tenderId: string;
  coopId: string;
  tenderVersion: number;
  isEligible: boolean;
  ineligibilities: Ineligibility[];
  score: number;
  terms: FitTerm[];
  requirements: RequirementFit[];
  /** Ids of the requirements that the co-op does not cover. */
  missing: string[];
  changes: MatchChange[];
  completers: { coopId: string; requirementIds: string[] }[];
  freeDays: number;
  algorithm: string;
  createdAt: Date;
}

export const matches = collection<MatchRecord>(
  'matches',
  {
    tenderId: text,
    coopId: text,
    tenderVersion: number,
    isEligible: flag,
    ineligibilities: list,
    score: number,
    terms: list,
    requirements: list,
    missing: textList,
    changes: list,
    completers: list,
    freeDays: number,
    algorithm: text,
    createdAt: moment,
  },
  [
    { keys: { tenderId: 1, coopId: 1 }, unique: true },
    { keys: { tenderId: 1, score: -1 } },
    { keys: { coopId: 1, createdAt: -1 } },
  ],
);

/** Stores matches; one that is there already (same tender and co-op) is replaced. */
export async function storeMatches(found: readonly Omit<MatchRecord, 'id'>[]): Promise<void> {
  await matches.upsertMany(
    found.map(({ tenderId, coopId, ...values }) => ({
      filter: { tenderId, coopId },
      change: { set: values },
    })),
  );
}

/** Removes the matches of a tender that were made for an earlier version of it and have not been made again. */
export async function removeOutdatedMatches(tenderId: string, version: number): Promise<void> {
  await matches.remove({ tenderId, tenderVersion: before(version) });
}

/** Removes a co-op's matches to tenders that it does not fit any more. */
export async function removeMatchesOf(coopId: string, tenderIds: readonly string[]): Promise<void> {
  if (tenderIds.length > 0) await matches.remove({ coopId, tenderId: oneOf(tenderIds) });
}

/** The best matches of a tender, with what is needed to say who could complete whom. */
export function bestMatchesOf(tenderId: string, limit: number): Promise<MatchRecord[]> {
  return matches.find(
    { tenderId, isEligible: true },
    {
      sort: { score: -1 },
      limit,
      without: ['terms', 'requirements', 'changes', 'completers', 'ineligibilities'],
    },
  );
}
