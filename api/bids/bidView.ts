import { coverageBoard } from '@cobid/domain/bid/coverage.ts';
import { currentRevision, waitingFor } from '@cobid/domain/bid/frozen.ts';
import {
  bidAudience,
  mayEditBid,
  mayFreeze,
  mayInvite,
  mayLeave,
  maySeePrice,
  maySign,
  maySubmit,
  mayWithdrawBid,
} from '@cobid/domain/bid/policy.ts';
import { bidProblems } from '@cobid/domain/bid/problems.ts';
import type { BidView, Seat } from '@cobid/domain/bid/schema.ts';
import { bidStateAt } from '@cobid/domain/bid/stateAt.ts';
import { bidWarnings } from '@cobid/domain/bid/warnings.ts';
import { freeDaysFor } from '@cobid/domain/matching/freeDays.ts';
import { budgetText } from '@cobid/domain/tender/budgetText.ts';
import { all, allowed, refused } from '@cobid/domain/verdict.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { readStrengths } from '@cobid/platform/consortium/readStrengths.ts';
import { findCoop } from '@cobid/platform/mongo/models/organisation.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import type { RefOf } from '@cobid/platform/mongo/organisationRefs.ts';
import type { Room, RoomCall } from './room.ts';

/** The bid room as one member of the consortium sees it: others' prices only where their seats show them. */
export async function bidViewOf(
  room: Room,
  { actor, now }: Pick<RoomCall, 'actor' | 'now'>,
): Promise<BidView> {
  const { record, bid, tender, facts } = room;
  const { content } = bid;
  const readerId = actor.acting.organisationId;
  const coopIds = content.seats.flatMap((seat) => (seat.coopId === null ? [] : [seat.coopId]));
  const signerIds = bid.revisions.flatMap((revision) => revision.content.seats.map((seat) => seat.coopId));
  const [strengths, refOf, own] = await Promise.all([
    readStrengths(coopIds, tender.content, now),
    organisationRefs([record.leadId, ...coopIds, ...signerIds]),
    findCoop(readerId),
  ]);
  const audience = bidAudience(actor, facts, tender, now);
  const seesPriceOf = (seat: Seat) => maySeePrice(audience, readerId, seat);
  const problems = bidProblems(content, tender.content, strengths);
  return {
    id: bid.id,
    version: record.version,
    state: bidStateAt(bid.state, tender, now),
    tender: tenderOf(room),
    lead: refOf(record.leadId),
    myRole: readerId === record.leadId ? 'lead' : 'member',
    mySeatId: content.seats.find((seat) => seat.coopId === readerId)?.id ?? null,
    sections: content.sections,
    disputePath: content.disputePath,
    joiningReasons: content.joiningReasons,
    totalMinor: content.totalMinor,
    seats: content.seats.map((seat) => ({
      id: seat.id,
      coop: seat.coopId === null ? null : refOf(seat.coopId),
      isLead: seat.coopId === record.leadId,
      state: seat.state,
      parts: seat.parts,
      shareMinor: seesPriceOf(seat) ? seat.shareMinor : null,
      contribution: seat.contribution,
      showsPrice: seat.showsPrice,
      isMine: seat.coopId === readerId,
      invitationId: seat.state === 'invited' ? seat.invitationId : null,
    })),
    coverage: coverageBoard(tender.content.requirements, content.seats, strengths, skillLabel),
    warnings:
      own === null
        ? []
        : bidWarnings(
            content,
            tender.content.currency,
            {
              coopId: own.id,
              dayRateFloor: own.profile.dayRateFloor,
              freeDays: freeDaysFor(own.profile, tender.content, now),
            },
            seesPriceOf,
          ),
    problems,
    revisions: revisionsOf(room, refOf),
    submission:
      bid.submission === null
        ? null
        : {
            revision: bid.submission.revision,
            hash: bid.submission.hash,
            at: bid.submission.at.toISOString(),
          },
    hasUnfrozenChanges: currentRevision(bid) === null,
    outcome:
      record.outcome === null ? null : { reason: record.outcome.reason, at: record.outcome.at.toISOString() },
    can: {
      edit: mayEditBid(actor, facts, tender, now),
      invite: mayInvite(actor, facts, tender, now),
      freeze: all(
        mayFreeze(actor, facts, tender, now),
        problems.length === 0 ? allowed : refused('incomplete'),
      ),
      sign: maySign(actor, bid, tender, now),
      submit: maySubmit(actor, bid, tender, now),
      withdraw: mayWithdrawBid(actor, facts, tender, now),
      leave: mayLeave(actor, facts, tender, now),
    },
  };
}

function tenderOf({ tender }: Room): BidView['tender'] {
  const { id, content, deadline, createdAt } = tender;
  return {
    id,
    title: content.title,
    deadline: (deadline ?? createdAt).toISOString(),
    zone: content.zone,
    currency: content.currency,
    maxBidsPerMember: content.maxBidsPerMember,
    liability: content.liability,
    budget: budgetText(content),
  };
}

function revisionsOf({ bid }: Room, refOf: RefOf): BidView['revisions'] {
  const current = currentRevision(bid);
  return bid.revisions.map((revision) => ({
    number: revision.number,
    hash: revision.hash,
    frozenAt: revision.frozenAt.toISOString(),
    isCurrent: revision.number === current?.number,
    isLive: revision.number === bid.submission?.revision,
    signatures: revision.signatures.map(({ coopId, personName, at }) => ({
      coop: refOf(coopId),
      personName,
      at: at.toISOString(),
    })),
    waitingFor: waitingFor(revision).map(refOf),
  }));
}
