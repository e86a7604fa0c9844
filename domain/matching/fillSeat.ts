import { toDays, toUnits } from './consortium.ts';
import type { ConsortiumCoop, ConsortiumMember, ConsortiumRequirement } from './consortium.ts';
import { coordinationCost, pairKey } from './coordinationCost.ts';
import { maxFlow } from './maxFlow.ts';
import { canDo, covers, shareParts } from './shareParts.ts';
import { smallestConsortia } from './smallestConsortia.ts';

export interface SeatQuestion {
  /** What the open seat does: its days of each requirement. */
  seat: readonly ConsortiumRequirement[];
  /** The co-ops that stay, the lead first, with the free days that they have beside what they do already. */
  stay: readonly ConsortiumCoop[];
  /** Those that could be asked. */
  candidates: readonly ConsortiumCoop[];
  jointWork?: readonly (readonly [string, string])[];
  clock?: () => number;
  timeLimitMs?: number;
}

type Share = Pick<ConsortiumMember, 'id' | 'parts' | 'days'>;

/** What one co-op could take on of the seat. */
export interface SingleFiller extends Share {
  isWhole: boolean;
  /** What it would leave open, in the seat's order. */
  lacks: string[];
}

/** Several co-ops that fill the seat together, or one with the help of those who stay. */
export interface GroupFiller {
  newcomers: Share[];
  helpers: Share[];
}

export interface SeatAnswer {
  /** Every candidate that can do some of it: those that can do it all first, then by musts, days, fit, cost, id. */
  singles: SingleFiller[];
  /** The fewest newcomers that fill it, where no single one can; best first. */
  groups: GroupFiller[];
  /** How those who stay could do it among themselves; null when they can't. */
  amongThemselves: Share[] | null;
}

const MOST_NEWCOMERS = 3;
const MOST_GROUPS = 5;

/**
 * Who could fill a seat that is open again, given those who stay: they keep what they do, and help with the days that
 * they have left only where nobody could fill it otherwise. Groups are the smallest there are, as for a whole consortium.
 */
export function fillSeat(question: SeatQuestion): SeatAnswer {
  const singles = question.candidates
    .map((coop) => single(question, coop))
    .filter(({ days }) => days > 0)
    .toSorted(byUse(question));
  const amongThemselves =
    question.seat.length === 0 ? null : (groupsOf(question, [], true)[0]?.helpers ?? null);
  if (question.seat.length === 0 || singles.some(({ isWhole }) => isWhole)) {
    return { singles, groups: [], amongThemselves };
  }
  const alone = groupsOf(question, question.candidates, false);
  const helped = amongThemselves === null ? groupsOf(question, question.candidates, true) : [];
  const fewest = (groups: readonly GroupFiller[]) => groups[0]?.newcomers.length ?? Infinity;
  const groups = fewest(helped) < fewest(alone) ? [...helped, ...alone] : alone;
  return { singles, groups: groups.slice(0, MOST_GROUPS), amongThemselves };
}

/** What a co-op can take on by itself: musts first, then what it is strongest at. */
function single({ seat }: SeatQuestion, coop: ConsortiumCoop): SingleFiller {
  let left = coop.freeDays;
  const days = new Map<string, number>();
  const strength = ({ id }: ConsortiumRequirement) => coop.strengths[id] ?? 0;
  const wanted = seat
    .filter((part) => covers(coop, part))
    .toSorted((a, b) => Number(isMust(b)) - Number(isMust(a)) || strength(b) - strength(a));
  for (const part of wanted) {
    const taken = Math.floor(Math.min(left, part.days) * 2) / 2;
    if (taken > 0) days.set(part.id, taken);
    left -= taken;
  }
  const parts = seat.flatMap(({ id }) => {
    const taken = days.get(id);
    return taken === undefined ? [] : [{ requirementId: id, days: taken }];
  });
  const lacks = seat.filter((part) => (days.get(part.id) ?? 0) < part.days).map(({ id }) => id);
  return { ...share(coop.id, parts), isWhole: lacks.length === 0, lacks };
}

function byUse({ seat, stay, candidates, jointWork = [] }: SeatQuestion) {
  const coopOf = new Map(candidates.map((coop) => [coop.id, coop]));
  const worked = new Set(jointWork.map(([a, b]) => pairKey(a, b)));
  const musts = new Set(seat.filter(isMust).map(({ id }) => id));
  const mustDays = ({ parts }: Share) =>
    parts.reduce((sum, part) => sum + (musts.has(part.requirementId) ? part.days : 0), 0);
  const fitOf = ({ id }: Share) => coopOf.get(id)?.fit ?? 0;
  const costOf = ({ id }: Share) => coordinationCost([...stay, coopOf.get(id) ?? { id }], worked);
  const exposureOf = ({ id }: Share) => coopOf.get(id)?.exposure ?? 0;
  return (a: SingleFiller, b: SingleFiller) =>
    Number(b.isWhole) - Number(a.isWhole) ||
    mustDays(b) - mustDays(a) ||
    b.days - a.days ||
    fitOf(b) - fitOf(a) ||
    costOf(a) - costOf(b) ||
    exposureOf(a) - exposureOf(b) ||
    (a.id < b.id ? -1 : 1);
}

/** The smallest sets of newcomers that fill the whole seat, with the days left of those who stay or without. */
function groupsOf(
  question: SeatQuestion,
  candidates: readonly ConsortiumCoop[],
  isHelped: boolean,
): GroupFiller[] {
  const stay = question.stay.map((coop) => (isHelped ? coop : { ...coop, freeDays: 0 }));
  const staying = new Set(stay.map(({ id }) => id));
  const coops = [...stay, ...candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1))];
  const { clock, timeLimitMs, jointWork } = question;
  const answer = smallestConsortia({
    requirements: question.seat.map((part) => ({ ...part, priority: 'must' })),
    coops,
    include: stay.map(({ id }) => id),
    most: stay.length + (candidates.length === 0 ? 0 : MOST_NEWCOMERS),
    limit: MOST_GROUPS,
    ...(jointWork === undefined ? {} : { jointWork }),
    ...(clock === undefined ? {} : { clock }),
    ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
  });
  return answer.consortia
    .filter(({ uncoveredMusts }) => uncoveredMusts.length === 0)
    .map(({ members }) => {
      const ids = new Set(members.map(({ id }) => id));
      return dividedAmong(
        question.seat,
        coops.filter(({ id }) => ids.has(id)),
        staying,
      );
    });
}

/** Newcomers take what they can; each of those who stay, the lead first, only as many days as it then takes. */
function dividedAmong(
  seat: readonly ConsortiumRequirement[],
  coops: readonly ConsortiumCoop[],
  staying: ReadonlySet<string>,
): GroupFiller {
  const members = coops.toSorted((a, b) => Number(staying.has(a.id)) - Number(staying.has(b.id)));
  for (const [index, coop] of [...members.entries()].toReversed()) {
    if (!staying.has(coop.id)) break;
    const without = members.with(index, { ...coop, freeDays: 0 });
    members[index] = { ...coop, freeDays: missingDays(seat, without) };
  }
  const musts = seat.map((part) => ({ ...part, priority: 'must' as const }));
  const { parts } = shareParts(musts, [], members);
  const shares = members.map(({ id }, index) => share(id, parts[index] ?? []));
  return {
    newcomers: shares.filter(({ id }) => !staying.has(id)),
    helpers: shares.filter(({ id, days }) => staying.has(id) && days > 0),
  };
}

/** Days of the seat that these co-ops together can't do. */
function missingDays(seat: readonly ConsortiumRequirement[], coops: readonly ConsortiumCoop[]): number {
  const { unmet } = maxFlow(
    seat.map((part) => toUnits(part.days)),
    coops.map((coop) => ({ can: canDo(coop, seat), units: toUnits(coop.freeDays) })),
  );
  return toDays(unmet.reduce((sum, units) => sum + units, 0));
}

function share(id: string, parts: Share['parts']): Share {
  return { id, parts, days: parts.reduce((sum, part) => sum + part.days, 0) };
}

function isMust({ priority }: ConsortiumRequirement): boolean {
  return priority === 'must';
}
