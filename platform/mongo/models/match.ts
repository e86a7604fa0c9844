import type {
  Ineligibility,
  MatchChange,
  MatchTerm,
  RequirementFit,
} from '@cobid/domain/opportunity/schema.ts';
import { collection } from '../collection.ts';
import { oneOf } from '../filter.ts';
import { flag, list, moment, number, text, textList } from '../types.ts';

/** How a co-op fits a tender, with the explanation whose terms sum to the score. */
export interface MatchRecord {
  id: string;
  tenderId: string;
  coopId: string;
  tenderVersion: number;
  isEligible: boolean;
  ineligibilities: Ineligibility[];
  score: number;
  terms: MatchTerm[];
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
  [{ keys: { tenderId: 1, coopId: 1 }, unique: true }, { keys: { coopId: 1, createdAt: -1 } }],
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

/** What is needed of the eligible matches of several tenders to say who could complete whom. */
export function eligibleMatchesOf(tenderIds: readonly string[]): Promise<MatchRecord[]> {
  return matches.find(
    { tenderId: oneOf(tenderIds), isEligible: true },
    { without: ['terms', 'requirements', 'changes', 'completers', 'ineligibilities'] },
  );
}
