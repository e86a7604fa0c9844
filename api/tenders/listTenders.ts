import { publicTenderStates } from '@cobid/domain/tender/lifecycle.ts';
import type { TenderCard } from '@cobid/domain/tender/schema.ts';
import { slugsWithin } from '@cobid/domain/vocabulary/vocabulary.ts';
import { after, oneOf, upTo } from '@cobid/platform/mongo/filter.ts';
import type { Filter } from '@cobid/platform/mongo/filter.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { everyWordOf } from '@cobid/platform/mongo/searchWords.ts';
import { PAGE_SIZE, pageOptions } from '../http/list.ts';
import { tenderCardsOf } from './tenderCards.ts';

interface Wanted {
  query: string;
  skill?: string | undefined;
  state: 'open' | 'closed' | 'all';
  sort: 'deadline' | 'newest';
  page: number;
}

/** A page of published tenders. Open ones close soonest first, closed ones closed last first. */
export async function listTenders(
  wanted: Wanted,
  now: Date,
): Promise<{ items: TenderCard[]; total: number; page: number; pageSize: number }> {
  const words = everyWordOf(wanted.query);
  const filter: Filter<TenderRecord> = {
    ...inState(wanted.state, now),
    ...(wanted.skill === undefined ? {} : { 'content.requirements.skill': oneOf(slugsWithin(wanted.skill)) }),
    ...(words.length === 0 ? {} : { every: words }),
  };
  const sort =
    wanted.sort === 'newest'
      ? ({ publishedAt: -1, id: 1 } as const)
      : ({ deadline: wanted.state === 'open' ? 1 : -1, id: 1 } as const);
  const [found, total] = await Promise.all([
    tenders.find(filter, { sort, ...pageOptions(wanted.page), without: ['events', 'searchWords'] }),
    tenders.count(filter),
  ]);
  return { items: await tenderCardsOf(found, now), total, page: wanted.page, pageSize: PAGE_SIZE };
}

/** `closed` is derived from the clock, so an open tender past its deadline is found among the closed ones. */
function inState(state: Wanted['state'], now: Date): Filter<TenderRecord> {
  const others = publicTenderStates.filter((each) => each !== 'open' && each !== 'closed');
  switch (state) {
    case 'open':
      return { state: 'open', deadline: after(now) };
    case 'closed':
      return { either: [{ state: 'open', deadline: upTo(now) }, { state: oneOf(others) }] };
    case 'all':
      return { state: oneOf(publicTenderStates) };
  }
}
