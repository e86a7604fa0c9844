import type { Actor } from '@cobid/domain/actor.ts';
import { mayReadOpenedBids } from '@cobid/domain/bid/policy.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import {
  isTendersOwner,
  mayAward,
  mayCancel,
  mayCloseWithoutAward,
  mayComplete,
  mayEditTender,
  mayPublish,
  mayWithdrawTender,
} from '@cobid/domain/tender/policy.ts';
import type { TenderView } from '@cobid/domain/tender/schema.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';

/** A tender as this reader may see it. Of bids it says nothing but who won, once that is decided. */
export async function tenderViewOf(tender: TenderRecord, actor: Actor, now: Date): Promise<TenderView> {
  const { award } = tender;
  const refOf = await organisationRefs([tender.clientId, ...(award?.coopIds ?? [])]);
  return {
    id: tender.id,
    version: tender.version,
    client: tender.clientId === null ? null : refOf(tender.clientId),
    state: tenderStateAt(tender, now),
    content: tender.content,
    createdAt: tender.createdAt.toISOString(),
    publishedAt: tender.publishedAt?.toISOString() ?? null,
    closingNote: tender.closingNote,
    award:
      award === null
        ? null
        : {
            at: award.at.toISOString(),
            reason: award.reason,
            organisations: award.coopIds.map(refOf),
            totalMinor: award.totalMinor,
          },
    isOwn: isTendersOwner(actor, tender),
    can: {
      edit: mayEditTender(actor, tender),
      publish: mayPublish(actor, tender, now),
      withdraw: mayWithdrawTender(actor, tender, now),
      seeBids: mayReadOpenedBids(actor, tender, now),
      award: mayAward(actor, tender, now),
      close_without_award: mayCloseWithoutAward(actor, tender, now),
      cancel: mayCancel(actor, tender, now),
      complete: mayComplete(actor, tender, now),
    },
  };
}
