import { changeableBidStates } from '@cobid/domain/bid/lifecycle.ts';
import { bidStateAt } from '@cobid/domain/bid/stateAt.ts';
import { move } from '@cobid/domain/lifecycle.ts';
import { tenderMoves, tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { after, seconds } from '@cobid/platform/clock.ts';
import { toDeliveries } from '@cobid/platform/consortium/binderMails.ts';
import type { BinderMail } from '@cobid/platform/consortium/binderMails.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { bids, changeBid } from '@cobid/platform/mongo/models/bid.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import { changeTender, tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { Handler } from '../context.ts';
import { wantMails } from './wantMails.ts';

/** A submission counts by when it arrived; one that is still being written down must not lose to this job. */
const UNDER_WAY_MS = seconds(2);

/**
 * Opens the envelopes once the deadline has passed: the tender is evaluated, submitted bids are opened, the others
 * have lapsed, and those concerned are told. What is readable when follows from the clock alone (domain rules,
 * section 2); this writes it down, and can be repeated from any step.
 */
export const closeTender: Handler<'closeTender'> = async ({ tenderId }, context) => {
  const now = context.clock();
  const found = await tenders.findById(tenderId);
  if (found?.needsClosing !== true || found.deadline === null) return;
  const due = after(found.deadline, UNDER_WAY_MS);
  if (now < due) {
    await context.queues.nudge('closeTender', { tenderId }, { at: due });
    return;
  }
  const tender = await openEnvelopes(found, now);
  await openBids(tender, now);
  const mails = [...clientMails(tender), ...(await lapsedMails(tender))];
  await wantMails(await toDeliveries(mails), context);
  await tenders.change(
    { id: tender.id, needsClosing: true },
    { set: { 'closing.doneAt': now }, unset: ['needsClosing'] },
  );
};

/** An open tender is evaluated from now on; one that was ended in the meantime stays as it is. */
async function openEnvelopes(tender: TenderRecord, now: Date): Promise<TenderRecord> {
  const step = move(tenderMoves, tenderStateAt(tender, now), 'openEnvelopes');
  if (!step.ok) return tender;
  const event = { at: now, actorId: null, from: 'closed', to: step.to, note: '' } as const;
  const opened = await changeTender(
    { id: tender.id, states: ['open'] },
    { set: { state: step.to }, push: { events: event } },
  );
  return opened ?? (await tenders.findById(tender.id)) ?? tender;
}

/** Writes down what the deadline has made of each bid. */
async function openBids(tender: TenderRecord, now: Date): Promise<void> {
  for (;;) {
    const sealed = await bids.find({ tenderId: tender.id, state: oneOf(changeableBidStates) });
    const due = sealed.filter((bid) => bidStateAt(bid.state, tender, now) !== bid.state);
    if (due.length === 0) return;
    // A bid that somebody else changed just now is read again in the next round.
    await Promise.all(due.map((bid) => openBid(bid, tender, now)));
  }
}

async function openBid(bid: BidRecord, tender: TenderRecord, now: Date): Promise<void> {
  const to = bidStateAt(bid.state, tender, now);
  const event = { at: now, actorId: null, from: bid.state, to, note: '' };
  await changeBid(
    { id: bid.id, version: bid.version, states: [bid.state] },
    { set: { state: to }, push: { events: event } },
  );
}

function clientMails({ id, clientId, state }: TenderRecord): BinderMail[] {
  if (clientId === null || state !== 'evaluating') return [];
  return [{ kind: 'bidsOpened', to: clientId, key: id, refs: { tenderId: id, organisationId: clientId } }];
}

async function lapsedMails({ id: tenderId }: TenderRecord): Promise<BinderMail[]> {
  const lapsed = await bids.find({ tenderId, state: 'lapsed' }, { without: ['sealed'] });
  return lapsed.flatMap(({ id, memberIds }) =>
    memberIds.map((coopId) => ({
      kind: 'bidLapsed' as const,
      to: coopId,
      key: id,
      refs: { tenderId, bidId: id, coopId },
    })),
  );
}
