import type { Gap } from './gaps.ts';

/** One thing that would have to change; days are free days in the time of the work. */
export type ChangeStep =
  | { kind: 'days'; coopId: string; days: number }
  | { kind: Gap['kind']; coopId: string; requirementId: string; level: number; needsPapers: boolean }
  | { kind: 'newcomer'; requirementIds: string[]; days: number }
  | { kind: 'size'; size: number };

/** Changes that together make a consortium possible: applied, and found by another search. */
export interface ConsortiumChange {
  steps: ChangeStep[];
  /** In days; see `costOf`. */
  cost: number;
  /** Members of the smallest consortium after it. */
  size: number;
  /** Whether nothing cheaper of its kind exists; otherwise it is the cheapest that was found in time. */
  isCheapest: boolean;
}

/** What a change costs a co-op beside a day that it keeps free (1): an assumption, kept simple so that it can be told. */
const COSTS: Readonly<Record<Gap['kind'], number>> = { practice: 5, level: 10, papers: 15, skill: 20 };

/** Cost of closing a gap, in days. */
export function costOf({ kind, needsPapers }: Gap): number {
  return COSTS[kind] + (needsPapers && kind !== 'papers' ? COSTS.papers : 0);
}
