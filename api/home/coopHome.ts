import { isFull, seatDays } from '@cobid/domain/bid/members.ts';
import { factsOf, mayEditBid, maySign, maySubmit } from '@cobid/domain/bid/policy.ts';
import { isAtLeast } from '@cobid/domain/actor.ts';
import { completeness } from '@cobid/domain/coop/completeness.ts';
import type { HomeView, WaitingItem } from '@cobid/domain/home/schema.ts';
import { liveInvitationStates } from '@cobid/domain/invitation/lifecycle.ts';
import { latestTerms } from '@cobid/domain/invitation/moves.ts';
import { formatMoney } from '@cobid/domain/money.ts';
import { paths } from '@cobid/domain/paths.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { after as laterThan, oneOf } from '@cobid/platform/mongo/filter.ts';
import { bids, toBid } from '@cobid/platform/mongo/models/bid.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import { findCoop } from '@cobid/platform/mongo/models/organisation.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { SeatInvitationRecord } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import type { RefOf } from '@cobid/platform/mongo/organisationRefs.ts';
import type { ActingActor } from '../http/route.ts';
import { closes } from './closes.ts';

const MOST = 200;
/** More answers than this at once only discourage; the page of opportunities has them all. */
const MOST_ANSWERS = 5;

/** What waits for a person who acts for a co-op: answers, signatures, unfinished bids; and deadlines close by. */
export async function coopHome(actor: ActingActor, now: Date): Promise<HomeView> {
  const coopId = actor.acting.organisationId;
  const [matched, answered, bidRecords, invitations, coop] = await Promise.all([
    matches.find(
      { coopId, isEligible: true },
      { sort: { createdAt: -1 }, limit: MOST, without: ['changes', 'completers', 'terms'] },
    ),
    responses.find({ coopId }, { sort: { at: -1 }, limit: MOST, without: ['history'] }),
    bids.find({ memberIds: coopId, isLive: true }, { sort: { createdAt: -1 }, limit: MOST }),
    seatInvitations.find({
      either: [{ coopId }, { leadId: coopId }],
      state: oneOf(liveInvitationStates),
      replyBy: laterThan(now),
    }),
    findCoop(coopId),
  ]);
  const concerned = [...matched, ...answered, ...bidRecords, ...invitations];
  const [known, refOf] = await Promise.all([
    tenders.findByIds(concerned.map((record) => record.tenderId)),
    organisationRefs(invitations.flatMap(({ leadId, coopId: invited }) => [leadId, invited])),
  ]);
  const open = new Map(
    known.filter((tender) => tenderStateAt(tender, now) === 'open').map((tender) => [tender.id, tender]),
  );
  const binds = isAtLeast(actor.acting.role, 'bidder');
  const answeredIds = new Set(answered.map((response) => response.tenderId));
  const toAnswer = matched.filter((match) => !answeredIds.has(match.tenderId));
  const waiting = [
    ...(binds ? invitations.flatMap((invitation) => invitationItem(invitation, coopId, open, refOf)) : []),
    ...bidRecords.flatMap((record) => bidItem(record, actor, open, now)),
    ...(binds ? answerItems(toAnswer, open) : []),
  ];
  const done = coop === null ? [] : completeness(coop.profile, now);
  const missing = done.filter((step) => !step.isDone);
  const bidTenderIds = new Set(bidRecords.map((record) => record.tenderId));
  const saidYes = answered.filter(
    ({ answer, tenderId }) => (answer === 'yes' || answer === 'yes_if') && !bidTenderIds.has(tenderId),
  );
  return {
    waiting: missing.length === 0 ? waiting : [...waiting, profileItem(missing.map((step) => step.label))],
    closingSoon: [
      ...bidRecords.flatMap((record) =>
        closes(open.get(record.tenderId), now, {
          href: paths.bid(record.id),
          detail: record.state === 'submitted' ? 'Your bid is submitted.' : 'Your bid is not submitted yet.',
        }),
      ),
      ...saidYes.flatMap(({ tenderId }) =>
        closes(open.get(tenderId), now, {
          href: paths.tender(tenderId),
          detail: 'You said yes, and have no bid yet.',
        }),
      ),
    ],
  };
}

type OpenTenders = ReadonlyMap<string, TenderRecord>;

function invitationItem(
  { id, bidId, tenderId, leadId, coopId, state, replyBy, terms }: SeatInvitationRecord,
  readerId: string,
  open: OpenTenders,
  refOf: RefOf,
): WaitingItem[] {
  const tender = open.get(tenderId);
  const latest = latestTerms({ terms });
  if (tender === undefined || latest === undefined) return [];
  const isMine = coopId === readerId;
  if (isMine === (state === 'countered')) return [];
  const price = formatMoney(latest.shareMinor, tender.content.currency);
  const work = `${seatDays(latest)} days for ${price}`;
  return [
    {
      kind: isMine ? 'answer_invitation' : 'answer_counter',
      title: tender.content.title,
      detail: isMine
        ? `${refOf(leadId).name} offers you a seat: ${work}.`
        : `${refOf(coopId).name} proposes ${work}.`,
      href: isMine ? paths.invitation(id) : paths.bid(bidId),
      due: replyBy.toISOString(),
      zone: tender.content.zone,
    },
  ];
}

function bidItem(record: BidRecord, actor: ActingActor, open: OpenTenders, now: Date): WaitingItem[] {
  const tender = open.get(record.tenderId);
  if (tender === undefined) return [];
  const bid = toBid(record);
  const item = (kind: WaitingItem['kind'], detail: string): WaitingItem[] => [
    {
      kind,
      title: tender.content.title,
      detail,
      href: paths.bid(record.id),
      due: tender.deadline?.toISOString() ?? null,
      zone: tender.content.zone,
    },
  ];
  if (maySign(actor, bid, tender, now).ok) return item('sign_revision', 'Read the frozen text and sign it.');
  if (maySubmit(actor, bid, tender, now).ok) return item('submit_bid', 'Everybody has signed; submit it.');
  if (!mayEditBid(actor, factsOf(bid), tender, now).ok) return [];
  if (bid.state === 'drafting') return item('finish_bid', 'All seats are taken; write it and freeze it.');
  const isWaiting = bid.content.seats.some((seat) => seat.state === 'invited');
  if (bid.state === 'forming' && !isFull(bid.content) && !isWaiting)
    return item('finish_bid', 'A seat is open; invite a co-op to it.');
  return [];
}

function answerItems(toAnswer: readonly MatchRecord[], open: OpenTenders): WaitingItem[] {
  return toAnswer
    .flatMap((match) => {
      const tender = open.get(match.tenderId);
      const all = match.requirements.length;
      const covered = all - match.missing.length;
      return tender === undefined || covered === 0 ? [] : [{ match, tender, all, covered }];
    })
    .toSorted((a, b) => b.match.score - a.match.score || (a.tender.id < b.tender.id ? -1 : 1))
    .slice(0, MOST_ANSWERS)
    .map(({ tender, all, covered }) => ({
      kind: 'answer_opportunity',
      title: tender.content.title,
      detail: `You cover ${covered} of ${all} requirements. Say whether you are in.`,
      href: paths.tender(tender.id),
      due: tender.deadline?.toISOString() ?? null,
      zone: tender.content.zone,
    }));
}

function profileItem(missing: string[]): WaitingItem {
  return {
    kind: 'finish_profile',
    title: 'Complete your skill profile',
    detail: `Still missing: ${missing.join(', ')}.`,
    href: paths.profile(),
    due: null,
    zone: null,
  };
}
