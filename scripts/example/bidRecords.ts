import { edit } from '@cobid/domain/bid/edit.ts';
import { currentRevision } from '@cobid/domain/bid/frozen.ts';
import { liveBidStates } from '@cobid/domain/bid/lifecycle.ts';
import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import { memberIds } from '@cobid/domain/bid/members.ts';
import type { BidOutcome } from '@cobid/domain/bid/outcome.ts';
import type { Bid, Seat, Strengths } from '@cobid/domain/bid/schema.ts';
import { acceptSeat, changeSeat, endInvitation, inviteToSeat } from '@cobid/domain/bid/seats.ts';
import { setShares } from '@cobid/domain/bid/shares.ts';
import { freeze, sign, submit } from '@cobid/domain/bid/signing.ts';
import { startBid, starterSections } from '@cobid/domain/bid/startBid.ts';
import { bidStateAt } from '@cobid/domain/bid/stateAt.ts';
import type { LifecycleEvent } from '@cobid/domain/lifecycle.ts';
import { canonicalHash } from '@cobid/platform/canonicalHash.ts';
import { fromBid } from '@cobid/platform/mongo/models/bid.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import type { SeatInvitationRecord } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { ExampleBid, ExampleSeat } from './exampleBid.ts';
import type { ExampleCoop } from './exampleCoop.ts';
import { exampleId } from './exampleId.ts';
import { invitationRecordOf } from './invitationRecords.ts';
import { organisationId, personId } from './people.ts';
import { partsOf, shareOf } from './seatTerms.ts';

const DAY = 86_400_000;

/** What a bid of the example is made from beside its own description. */
export interface BidWorld {
  now: Date;
  tender: TenderRecord;
  strengths: Strengths;
  coopNamed: (name: string) => ExampleCoop;
}

export function bidId(bid: ExampleBid): string {
  return exampleId('bid', bid.tender, bid.seats[0]?.coop ?? '');
}

/** The state that a move made; the example may hold nothing that the rules refuse. */
function made(outcome: BidOutcome, what: string): Bid {
  if (outcome.ok) return outcome.bid;
  throw new Error(`example bid, ${what}: ${outcome.because} ${JSON.stringify(outcome.problems)}`);
}

function seatIdAt(place: number): string {
  return place === 0 ? 'lead' : `seat-${place + 1}`;
}

function offerOf(bid: Bid, seat: ExampleSeat, place: number) {
  const coopId = organisationId(seat.coop);
  return { seatId: seatIdAt(place), coopId, invitationId: exampleId('invitation', bid.id, coopId) };
}

/** Offers a seat and lets the co-op answer, as its description says. */
function fill(bid: Bid, seat: ExampleSeat, place: number): Bid {
  const offer = offerOf(bid, seat, place);
  const terms = { parts: partsOf(seat.parts), shareMinor: shareOf(seat) };
  const invited = made(inviteToSeat(bid, offer, terms), `offer to ${seat.coop}`);
  if (seat.answer?.kind === 'declined') return made(endInvitation(invited, offer), `no of ${seat.coop}`);
  if (seat.answer?.kind !== 'accepted') return invited;
  const accepted = made(acceptSeat(invited, offer, terms), `yes of ${seat.coop}`);
  return describeSeat(accepted, seat, offer.seatId);
}

function describeSeat(bid: Bid, seat: ExampleSeat, seatId: string): Bid {
  const { contribution, showsPrice } = seat;
  return made(changeSeat(bid, seatId, { contribution, showsPrice }), `contribution of ${seat.coop}`);
}

/** Runs the real moves: start, offers and answers, shares, texts. */
function assemble(plan: ExampleBid, tenderId: string): Bid {
  const [lead, ...others] = plan.seats;
  if (lead === undefined) throw new Error('an example bid needs a lead');
  const started = startBid({
    id: bidId(plan),
    tenderId,
    leadId: organisationId(lead.coop),
    leadParts: partsOf(lead.parts),
    otherParts: others.map((seat) => partsOf(seat.parts)),
  });
  const filled = others.reduce((bid, seat, index) => fill(bid, seat, index + 1), started);
  const described = describeSeat(filled, lead, 'lead');
  const shares = described.content.seats.map((seat: Seat) => ({
    seatId: seat.id,
    shareMinor: seat.id === 'lead' ? shareOf(lead) : seat.shareMinor,
  }));
  const totalMinor = shares.reduce((sum, share) => sum + share.shareMinor, 0);
  const priced = made(setShares(described, { totalMinor, shares }), 'shares');
  const sections = starterSections.map((section, index) => ({ ...section, text: plan.texts[index] ?? '' }));
  const { dispute: disputePath, reasons } = plan;
  return made(edit(priced, { sections, disputePath, joiningReasons: [...reasons] }), 'texts');
}

interface Steps {
  startedAt: Date;
  frozenAt: Date;
  submittedAt: Date;
}

/** Each step of a bid takes a day, but nothing happens after now or at the deadline. */
function stepsOf(plan: ExampleBid, { now, tender }: BidWorld): Steps {
  const latest = Math.min(
    now.getTime() - 3_600_000,
    (tender.deadline?.getTime() ?? now.getTime()) - 7_200_000,
  );
  const step = (days: number, hour: number) =>
    new Date(Math.min(latest, now.getTime() + (plan.started + days) * DAY + hour * 3_600_000));
  return { startedAt: step(0, -2), frozenAt: step(5, -1), submittedAt: step(7, 1) };
}

/** Freezes the text and signs it by those who have signed, with the real hash. */
function freezeAndSign(bid: Bid, plan: ExampleBid, world: BidWorld, { frozenAt, submittedAt }: Steps): Bid {
  const { tender, strengths, coopNamed } = world;
  const names = plan.seats.map((seat) => seat.coop);
  const signer = (name: string) => coopNamed(name).people.at(1) ?? coopNamed(name).people.at(0) ?? '';
  const leadName = names[0] ?? '';
  const frozen = made(
    freeze(bid, {
      tender: { version: 2, content: tender.content },
      coopNames: Object.fromEntries(names.map((name) => [organisationId(name), name])),
      strengths,
      hashOf: canonicalHash,
      personId: personId(leadName, signer(leadName)),
      now: frozenAt,
    }),
    `${plan.tender}, freeze`,
  );
  const hash = currentRevision(frozen)?.hash ?? '';
  const signers = plan.signedBy ?? names;
  return signers.reduce((signed, name, index) => {
    const by = {
      coopId: organisationId(name),
      personId: personId(name, signer(name)),
      personName: signer(name),
      at: new Date(Math.min(submittedAt.getTime(), frozenAt.getTime() + (index + 1) * 7_000_000)),
    };
    return made(sign(signed, { revision: 1, hash, by }), `signature of ${name}`);
  }, frozen);
}

function bring(plan: ExampleBid, world: BidWorld, steps: Steps): Bid {
  const assembled = assemble(plan, world.tender.id);
  if (plan.reach === 'forming' || plan.reach === 'drafting') return assembled;
  const signed = freezeAndSign(assembled, plan, world, steps);
  if (plan.reach === 'signing') return signed;
  const lead = world.coopNamed(plan.seats[0]?.coop ?? '');
  const person = personId(lead.name, lead.people[0] ?? '');
  return made(submit(signed, { revision: 1, personId: person, now: steps.submittedAt }), 'submission');
}

/** The states that a bid went through, in order: its making, the opening of the envelopes, the decision. */
function eventsOf(plan: ExampleBid, made: BidState, final: BidState, world: BidWorld, steps: Steps) {
  const { tender } = world;
  const lead = world.coopNamed(plan.seats[0]?.coop ?? '');
  const actorId = personId(lead.name, lead.people[0] ?? '');
  const isAlone = plan.seats.length === 1;
  const path: { to: BidState; at: Date; actorId: string | null }[] = [
    { to: isAlone ? 'drafting' : 'forming', at: steps.startedAt, actorId },
  ];
  const add = (to: BidState, at: Date, by: string | null) => path.push({ to, at, actorId: by });
  if (made !== 'forming' && !isAlone) add('drafting', new Date(steps.startedAt.getTime() + 2 * DAY), actorId);
  if (made === 'signing' || made === 'submitted') add('signing', steps.frozenAt, actorId);
  if (made === 'submitted') add('submitted', steps.submittedAt, actorId);
  const closed = tender.deadline ?? world.now;
  if (final !== made) add(made === 'submitted' ? 'opened' : 'lapsed', closed, null);
  const decidedAt = tender.award?.at ?? tender.events.at(-1)?.at ?? closed;
  if (final === 'awarded' || final === 'not_awarded') add(final, decidedAt, tender.createdBy);
  return path.map(({ to, at, actorId: by }, index): LifecycleEvent<BidState> => ({
    at,
    actorId: by,
    from: path[index - 1]?.to ?? null,
    to,
    note: '',
  }));
}

/** A bid of the example as it is stored, with the invitations by which its seats were filled. */
export function bidRecordOf(
  plan: ExampleBid,
  world: BidWorld,
): { bid: BidRecord; content: Bid; invitations: SeatInvitationRecord[] } {
  const steps = stepsOf(plan, world);
  const content = bring(plan, world, steps);
  const state = plan.outcome?.state ?? bidStateAt(content.state, world.tender, world.now);
  const events = eventsOf(plan, content.state, state, world, steps);
  const decided = events.at(-1);
  const bid: BidRecord = {
    ...fromBid({ ...content, state }),
    id: content.id,
    version: events.length + memberIds(content.content).length,
    ...(liveBidStates.includes(state) ? { isLive: true } : {}),
    outcome:
      plan.outcome === undefined || decided === undefined
        ? null
        : { reason: plan.outcome.reason || (world.tender.award?.reason ?? ''), at: decided.at },
    departures: [],
    orderKey: exampleId('order', content.id),
    createdAt: steps.startedAt,
    events,
  };
  const invitations = plan.seats
    .slice(1)
    .map((seat, index) =>
      invitationRecordOf({ plan, seat, offer: offerOf(content, seat, index + 1), bid, now: world.now }),
    );
  return { bid, content: { ...content, state }, invitations };
}
