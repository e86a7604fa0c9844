import type { HomeView, WaitingItem } from '@cobid/domain/home/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { formatDay } from '@cobid/domain/time.ts';
import type { Filter } from '@cobid/platform/mongo/filter.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { SignedInActor } from '../http/route.ts';
import { closes } from './closes.ts';

const MOST = 200;

/** What waits for a person who posts tenders: drafts, bids to choose from, work to confirm. Nothing of bids before the deadline. */
export async function clientHome({ personId, acting }: SignedInActor, now: Date): Promise<HomeView> {
  const drafts: Filter<TenderRecord> = { clientId: null, createdBy: personId };
  const either = acting?.isClient === true ? [drafts, { clientId: acting.organisationId }] : [drafts];
  const own = await tenders.find({ either }, { sort: { createdAt: -1 }, limit: MOST, without: ['events'] });
  return {
    waiting: own.flatMap((tender) => waitingItem(tender, now)),
    closingSoon: own
      .filter((tender) => tenderStateAt(tender, now) === 'open')
      .flatMap((tender) =>
        closes(tender, now, {
          href: paths.tender(tender.id),
          detail: 'Your tender; bids stay sealed until then.',
        }),
      ),
  };
}

function waitingItem(tender: TenderRecord, now: Date): WaitingItem[] {
  const { id, content } = tender;
  const item = (kind: WaitingItem['kind'], detail: string, href: string): WaitingItem[] => [
    { kind, title: content.title || 'A tender without a title', detail, href, due: null, zone: null },
  ];
  switch (tenderStateAt(tender, now)) {
    case 'draft':
      return item('finish_tender', 'This draft is not published yet.', paths.editTender(id));
    case 'closed':
    case 'evaluating': {
      const by =
        content.decisionBy === null ? '' : ` You said that you decide by ${formatDay(content.decisionBy)}.`;
      return item('choose_bid', `The deadline has passed; read the bids.${by}`, paths.tenderBids(id));
    }
    case 'awarded':
      return item('complete_tender', 'When the work is done, say so.', paths.tender(id));
    default:
      return [];
  }
}
