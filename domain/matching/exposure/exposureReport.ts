import { gini } from './gini.ts';
import { servedShare } from './served.ts';
import type { Served } from './served.ts';

/** A co-op that was to hear of something, and the groups that the report tells of it by. */
export interface ReportedCoop {
  coopId: string;
  served: Served;
  /** What kind of co-op it is; it counts in each. Reported here and an input nowhere. */
  groups: readonly string[];
}

/** How attention was shared out. A share of 1 is the average: as much attention for its fit as all together had. */
export interface ExposureReport {
  /** Gini coefficients, 0 (even) to 1: of attention, and of attention for each unit of fit. */
  giniShown: number;
  giniServed: number;
  /** Co-ops that fitted something and got no attention at all. */
  neverShown: number;
  /** Each co-op's share, least served first, ties by id. */
  coops: { coopId: string; share: number }[];
  /** The same line cut into ten parts as equal as can be; fewer where there are fewer co-ops. */
  tenths: { coops: number; share: number }[];
  groups: { group: string; coops: number; served: Served; share: number }[];
}

const PARTS = 10;

/** Sums up who was shown how much beside what the fits would have deserved; the order of the co-ops does not matter. */
export function exposureReport(given: readonly ReportedCoop[]): ExposureReport {
  const coops = given.toSorted((a, b) => (a.coopId < b.coopId ? -1 : 1));
  const average = servedShare(total(coops));
  const shareOf = (served: Served) => (average > 0 ? servedShare(served) / average : 0);
  const line = coops.toSorted((a, b) => shareOf(a.served) - shareOf(b.served));
  const groups = [...new Set(coops.flatMap((coop) => coop.groups))].toSorted();
  return {
    giniShown: gini(coops.map(({ served }) => served.shown)),
    giniServed: gini(coops.map(({ served }) => servedShare(served))),
    neverShown: coops.filter(({ served }) => served.shown === 0).length,
    coops: line.map(({ coopId, served }) => ({ coopId, share: shareOf(served) })),
    tenths: parts(line).map((part) => ({ coops: part.length, share: shareOf(total(part)) })),
    groups: groups.map((group) => {
      const members = coops.filter((coop) => coop.groups.includes(group));
      const served = total(members);
      return { group, coops: members.length, served, share: shareOf(served) };
    }),
  };
}

function total(coops: readonly ReportedCoop[]): Served {
  return coops.reduce((sum, { served }) => ({ shown: sum.shown + served.shown, fit: sum.fit + served.fit }), {
    shown: 0,
    fit: 0,
  });
}

function parts(line: readonly ReportedCoop[]): ReportedCoop[][] {
  const count = Math.min(PARTS, line.length);
  const cut = (part: number) => Math.round((part * line.length) / count);
  return Array.from({ length: count }, (_, part) => line.slice(cut(part), cut(part + 1)));
}
