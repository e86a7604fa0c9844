import type {
  FitTerm,
  Ineligibility,
  MatchChange,
  RequirementFit,
} from '@cobid/domain/opportunity/schema.ts';
import { collection } from '../collection.ts';
import { before, not, oneOf } from '../filter.ts';
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
  await matches.putMany(found, ['tenderId', 'coopId']);
}

/** What there is to merge of a tender's matches: who has to hear of this version, without the explanations. */
export function matchesToMerge(tenderId: string, version: number): Promise<MatchRecord[]> {
  return matches.find(
    { tenderId, tenderVersion: version, isEligible: true },
    { without: ['terms', 'requirements', 'changes', 'completers', 'ineligibilities'] },
  );
}

/** Stores who could complete whom in matches that are there. */
export async function storeCompleters(
  tenderId: string,
  found: readonly Pick<MatchRecord, 'coopId' | 'completers'>[],
): Promise<void> {
  await matches.changeEach(
    found.map(({ coopId, completers }) => ({
      filter: { tenderId, coopId },
      change: { set: { completers } },
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

/** What needs no explanation where matches are counted or put together. */
const EXPLANATIONS = ['terms', 'changes', 'completers', 'ineligibilities'] as const;

/** For each of these tenders: how many eligible co-ops there are of each kind, by what they do not cover. */
export async function kindsOfCoverers(
  tenderIds: readonly string[],
): Promise<Map<string, { missing: string[]; count: number }[]>> {
  const kinds = await matches.countBy({ tenderId: oneOf(tenderIds), isEligible: true }, [
    'tenderId',
    'missing',
  ]);
  const byTender = new Map<string, { missing: string[]; count: number }[]>();
  for (const { tenderId, missing, count } of kinds) {
    byTender.set(tenderId, [...(byTender.get(tenderId) ?? []), { missing, count }]);
  }
  return byTender;
}

/** The eligible matches that cover one of these requirements each. */
export async function coverersOfEach(
  asked: readonly { tenderId: string; requirementId: string }[],
): Promise<MatchRecord[]> {
  if (asked.length === 0) return [];
  return matches.find(
    {
      either: asked.map(({ tenderId, requirementId }) => ({
        tenderId,
        isEligible: true,
        missing: not(requirementId),
      })),
    },
    { without: [...EXPLANATIONS, 'requirements'] },
  );
}

/** The best matches of a tender with what each of them can do, for the search for consortia. */
export function matchesForConsortia(tenderId: string, limit: number): Promise<MatchRecord[]> {
  return matches.find({ tenderId, isEligible: true }, { sort: { score: -1 }, limit, without: EXPLANATIONS });
}

/** The best eligible matches of a tender and those of some co-ops beside them, with the terms of their fits. */
export async function matchesToLearnFrom(
  tenderId: string,
  alsoOf: readonly string[],
  limit: number,
): Promise<MatchRecord[]> {
  const without = ['requirements', 'changes', 'completers', 'ineligibilities'] as const;
  const [best, others] = await Promise.all([
    matches.find({ tenderId, isEligible: true }, { sort: { score: -1 }, limit, without }),
    matches.find({ tenderId, isEligible: true, coopId: oneOf(alsoOf) }, { without }),
  ]);
  return [...new Map([...best, ...others].map((match) => [match.coopId, match])).values()];
}
