import { oneOf } from '../mongo/filter.ts';
import { matches } from '../mongo/models/match.ts';
import { responses } from '../mongo/models/response.ts';

/** That a co-op lets others know that it looks for partners for a tender. */
export interface PartnerCall {
  tenderId: string;
  coopId: string;
  /** Ids of the requirements that it does not cover itself; none where it misses nothing but days. */
  missing: string[];
}

/**
 * Who looks for partners for these tenders, by what co-ops said when they answered, and by their matches. It is read from
 * nothing else: whether such a co-op bids, alone or with whom, neither makes a call nor ends one, so that no call tells of
 * a bid. Two reads, however many tenders there are.
 */
export async function partnerCalls(tenderIds: readonly string[]): Promise<PartnerCall[]> {
  const seeking = await responses.find(
    { tenderId: oneOf(tenderIds), seeksPartners: true },
    { without: ['history'] },
  );
  if (seeking.length === 0) return [];
  const found = await matches.find(
    {
      tenderId: oneOf([...new Set(seeking.map(({ tenderId }) => tenderId))]),
      coopId: oneOf([...new Set(seeking.map(({ coopId }) => coopId))]),
      isEligible: true,
    },
    { without: ['terms', 'requirements', 'changes', 'completers', 'ineligibilities'] },
  );
  const missingOf = new Map(found.map((match) => [`${match.tenderId} ${match.coopId}`, match.missing]));
  return seeking
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .flatMap(({ tenderId, coopId }) => {
      const missing = missingOf.get(`${tenderId} ${coopId}`);
      return missing === undefined ? [] : [{ tenderId, coopId, missing }];
    });
}
