import type { Actor } from '@cobid/domain/actor.ts';
import { tenderMoves, tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { mayCancel, mayCloseWithoutAward, mayWithdrawTender } from '@cobid/domain/tender/policy.ts';
import { changeTender } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { readTender } from './readTender.ts';
import { tellAll } from './tellAll.ts';
import { ensureVersion, written } from './writtenTender.ts';

/** How a tender ends without an award: before its deadline, after it, or for want of a bid to choose. */
const rules = {
  withdraw: { may: mayWithdrawTender, to: tenderMoves.withdraw.to },
  cancel: { may: mayCancel, to: tenderMoves.cancel.to },
  'close-without-award': { may: mayCloseWithoutAward, to: tenderMoves.closeWithoutAward.to },
} as const;

export type Ending = keyof typeof rules;
export const endings = ['withdraw', 'cancel', 'close-without-award'] as const satisfies readonly Ending[];

/** Ends a tender without an award; everyone who answered, was invited or bid gets the reason by mail. */
export async function endTender(
  actor: Actor,
  tenderId: string,
  ending: Ending,
  { version, reason }: { version: number; reason: string },
  { now, services }: { now: Date; services: Pick<Services, 'queues'> },
): Promise<TenderRecord> {
  const { may, to } = rules[ending];
  const tender = await readTender(actor, tenderId);
  const from = tenderStateAt(tender, now);
  ensure(may(actor, tender, now), { state: from });
  ensureVersion(tender, version);
  const changed = await changeTender(
    { id: tender.id, states: [tender.state], version },
    {
      set: { state: to, closingNote: reason, needsFollowing: true },
      unset: ['needsMatching', 'needsClosing'],
      push: { events: { at: now, actorId: actor.personId, from, to, note: reason } },
    },
  );
  const ended = await written(changed, tender.id);
  await tellAll(ended, { now, services });
  return ended;
}
