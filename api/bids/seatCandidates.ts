import { performance } from 'node:perf_hooks';
import { memberIds, seatDays } from '@cobid/domain/bid/members.ts';
import { mayInvite } from '@cobid/domain/bid/policy.ts';
import type { Seat, SeatCandidates, SeatShare } from '@cobid/domain/bid/schema.ts';
import type { ConsortiumCoop, ConsortiumRequirement } from '@cobid/domain/matching/consortium.ts';
import { fillSeat } from '@cobid/domain/matching/fillSeat.ts';
import type { SeatAnswer } from '@cobid/domain/matching/fillSeat.ts';
import { COVERING_STRENGTH } from '@cobid/domain/matching/requirementFit.ts';
import { reasonsInWords } from '@cobid/domain/opportunity/matchInWords.ts';
import { decliningCoopsOf } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import { ensure, found } from '../http/problem.ts';
import { coopPool } from './coopPool.ts';
import type { CoopPool } from './coopPool.ts';
import type { Room, RoomCall } from './room.ts';

const MOST = 20;
const PATIENCE_MS = 500;

/** Who could take a seat, given those who stay; only the lead's bidders see it. Without parts it could be anybody. */
export async function seatCandidates(
  { record, bid, tender, facts }: Room,
  seatId: string,
  { actor, now }: RoomCall,
): Promise<SeatCandidates> {
  ensure(mayInvite(actor, facts, tender, now));
  const { seats } = bid.content;
  const seat = found(seats.find((each) => each.id === seatId));
  const [pool, declining] = await Promise.all([
    coopPool(tender, memberIds(bid.content), now),
    decliningCoopsOf(bid),
  ]);
  const taken = new Set(
    seats.flatMap(({ coopId, id }) => (id === seatId || coopId === null ? [] : [coopId])),
  );
  const hasDeclined = new Set([...declining, ...record.departures.map(({ coopId }) => coopId)]);
  const free = pool.others.filter(({ id }) => !taken.has(id));
  const question = {
    seat: workOf(seat, pool.requirements),
    stay: pool.own.filter(({ id }) => id !== seat.coopId).map((coop) => withDaysLeft(coop, seats)),
    jointWork: pool.jointWork,
    clock: () => performance.now(),
    timeLimitMs: PATIENCE_MS,
  };
  const answer = fillSeat({ ...question, candidates: free.filter(({ id }) => !hasDeclined.has(id)) });
  const again = fillSeat({ ...question, candidates: free.filter(({ id }) => hasDeclined.has(id)) });
  const singles =
    seat.parts.length === 0
      ? free.map(({ id }) => ({ id, parts: [], days: 0, isWhole: true, lacks: [] }))
      : [...answer.singles, ...again.singles];
  return view({ ...answer, singles: singles.slice(0, MOST) }, { seat, pool, hasDeclined });
}

/** The seat's work as it was agreed on: its own days of each requirement. */
function workOf(seat: Seat, requirements: readonly ConsortiumRequirement[]): ConsortiumRequirement[] {
  return seat.parts.flatMap(({ requirementId, days }) => {
    const requirement = requirements.find(({ id }) => id === requirementId);
    return requirement === undefined ? [] : [{ ...requirement, days }];
  });
}

function withDaysLeft(coop: ConsortiumCoop, seats: readonly Seat[]): ConsortiumCoop {
  const own = seats.find(({ coopId, state }) => coopId === coop.id && state === 'accepted');
  return { ...coop, freeDays: Math.max(0, coop.freeDays - (own === undefined ? 0 : seatDays(own))) };
}

async function view(
  { singles, groups, amongThemselves }: SeatAnswer,
  about: { seat: Seat; pool: CoopPool; hasDeclined: ReadonlySet<string> },
): Promise<SeatCandidates> {
  const { seat, pool, hasDeclined } = about;
  const coopOf = new Map(pool.others.map((coop) => [coop.id, coop]));
  const shares = [
    ...groups.flatMap(({ newcomers, helpers }) => [...newcomers, ...helpers]),
    ...(amongThemselves ?? []),
  ];
  const refOf = await organisationRefs([...singles, ...shares].map(({ id }) => id));
  const shareOf = ({ id, parts, days }: (typeof shares)[number]): SeatShare => ({
    coop: refOf(id),
    parts,
    days,
  });
  return {
    items: singles.map(({ id, ...single }) => ({
      ...single,
      coop: refOf(id),
      fit: coopOf.get(id)?.fit ?? 0,
      freeDays: coopOf.get(id)?.freeDays ?? 0,
      covers: seat.parts
        .map(({ requirementId }) => requirementId)
        .filter((requirementId) => (coopOf.get(id)?.strengths[requirementId] ?? 0) >= COVERING_STRENGTH),
      why: reasonsInWords(pool.matchOf.get(id)?.terms ?? []),
      hasDeclined: hasDeclined.has(id),
    })),
    groups: groups.map(({ newcomers, helpers }) => ({
      newcomers: newcomers.map(shareOf),
      helpers: helpers.map(shareOf),
    })),
    amongYou: amongThemselves?.map(shareOf) ?? null,
  };
}
