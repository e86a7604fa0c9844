import type { CoopCard } from '@cobid/domain/coop/schema.ts';
import { slugsWithin } from '@cobid/domain/vocabulary/vocabulary.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import type { Filter } from '@cobid/platform/mongo/filter.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { everyWordOf } from '@cobid/platform/mongo/searchWords.ts';
import { PAGE_SIZE, pageOptions } from '../http/list.ts';
import { coopCardOf } from './coopView.ts';

interface Wanted {
  query: string;
  skill?: string | undefined;
  country?: string | undefined;
  language?: string | undefined;
  page: number;
}

/** A page of the directory, by name. A skill finds its narrower ones, too. */
export async function listCoops(
  wanted: Wanted,
): Promise<{ items: CoopCard[]; total: number; page: number; pageSize: number }> {
  const words = everyWordOf(wanted.query);
  const filter: Filter<OrganisationRecord> = {
    isCoop: true,
    ...(wanted.country === undefined ? {} : { country: wanted.country }),
    ...(wanted.language === undefined ? {} : { 'profile.languages': wanted.language }),
    ...(wanted.skill === undefined ? {} : { 'profile.skills.skill': oneOf(slugsWithin(wanted.skill)) }),
    ...(words.length === 0 ? {} : { every: words }),
  };
  const [found, total] = await Promise.all([
    organisations.find(filter, {
      sort: { nameFolded: 1, id: 1 },
      ...pageOptions(wanted.page),
      without: ['searchWords', 'profile.projects'],
    }),
    organisations.count(filter),
  ]);
  const items = found.flatMap((coop) => {
    const { profile } = coop;
    return profile === null ? [] : [coopCardOf({ ...coop, profile })];
  });
  return { items, total, page: wanted.page, pageSize: PAGE_SIZE };
}
