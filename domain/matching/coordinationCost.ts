/** Where a co-op is, as far as it matters to working together. */
export interface Located {
  id: string;
  country?: string;
  city?: string;
}

const NO_JOINT_WORK = 1;
const JOINT_WORK = 0.3;
const SAME_CITY = 0.1;
const SAME_COUNTRY = 0.05;

/** Key of a pair of co-ops, the same in both directions. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** What working together costs a consortium, summed over its pairs: less after joint work and within one place. */
export function coordinationCost(members: readonly Located[], jointWork: ReadonlySet<string>): number {
  let cost = 0;
  members.forEach((a, at) => {
    for (const b of members.slice(at + 1)) {
      cost += jointWork.has(pairKey(a.id, b.id)) ? JOINT_WORK : NO_JOINT_WORK;
      cost -= nearness(a, b);
    }
  });
  return cost;
}

function nearness(a: Located, b: Located): number {
  if (!a.country || a.country !== b.country) return 0;
  return a.city && a.city === b.city ? SAME_CITY : SAME_COUNTRY;
}
