import type { Actor } from '@cobid/domain/actor.ts';
import { factsOf, mayFreeze, mayReadBid, maySubmit, mayWithdrawBid } from '@cobid/domain/bid/policy.ts';
import type { BidFacts } from '@cobid/domain/bid/policy.ts';
import type { Bid } from '@cobid/domain/bid/schema.ts';
import { mailingInWords } from '@cobid/domain/mail/wouldMail.ts';
import type { BidMailingAct, WouldMailView } from '@cobid/domain/mail/wouldMail.ts';
import type { TenderFacts } from '@cobid/domain/tender/policy.ts';
import type { Verdict } from '@cobid/domain/verdict.ts';
import { bids, toBid } from '@cobid/platform/mongo/models/bid.ts';
import { liveInvitationsOf } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { BinderMail } from '@cobid/platform/consortium/binderMails.ts';
import { whoWouldGet } from '@cobid/platform/telling/whoWouldGet.ts';
import { ensure, found } from '../http/problem.ts';

type Rule = (actor: Actor, bid: Bid, facts: BidFacts, tender: TenderFacts, now: Date) => Verdict;

const acts = {
  freeze: {
    may: (actor, _bid, facts, tender, now) => mayFreeze(actor, facts, tender, now),
    kind: 'signatureWanted',
  },
  submit: {
    may: (actor, bid, _facts, tender, now) => maySubmit(actor, bid, tender, now),
    kind: 'bidSubmitted',
  },
  withdraw: {
    may: (actor, _bid, facts, tender, now) => mayWithdrawBid(actor, facts, tender, now),
    kind: 'bidWithdrawn',
  },
} as const satisfies Record<BidMailingAct, { may: Rule; kind: BinderMail['kind'] }>;

/** Whom an act on a bid would mail, for those who may do it now; for all others the bid does not exist. Writes nothing. */
export async function bidWouldMail(
  actor: Actor,
  bidId: string,
  act: BidMailingAct,
  now: Date,
): Promise<WouldMailView> {
  const record = found(await bids.findById(bidId));
  const tender = found(await tenders.findById(record.tenderId));
  const { leadId, memberIds, state } = record;
  ensure(mayReadBid(actor, { leadId, memberIds, invitedIds: [], state }, tender, now));
  const bid = toBid(record);
  const { may, kind } = acts[act];
  ensure(may(actor, bid, factsOf(bid), tender, now), { state });
  const toMembers = memberIds.map((to): BinderMail => ({ kind, to, key: 'none yet', refs: {} }));
  const toInvited = act === 'withdraw' ? await revocations(bidId) : [];
  const people = await whoWouldGet([...toMembers, ...toInvited]);
  return { people, inDigest: 0, sentence: mailingInWords(people) };
}

/** Open offers go with the bid. */
async function revocations(bidId: string): Promise<BinderMail[]> {
  const open = await liveInvitationsOf(bidId);
  return open.map(({ coopId }) => ({ kind: 'counterAnswered', to: coopId, key: 'none yet', refs: {} }));
}
