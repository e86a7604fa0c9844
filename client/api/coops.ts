import type { CoopCard, PublicCoopView } from '@cobid/domain/coop/schema.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from './http.ts';
import type { ListPage } from './page.ts';

/** Filters of the directory, as they stand in the address. */
export interface CoopFilters {
  query?: string;
  skill?: string;
  country?: string;
  language?: string;
  page?: number;
}

export const coopListQuery = (filters: CoopFilters) =>
  queryOptions({
    queryKey: ['coops', 'list', filters],
    queryFn: ({ signal }) => http.get<ListPage<CoopCard>>('/coops', { ...filters }, signal),
    placeholderData: keepPreviousData,
  });

export const coopQuery = (slug: string) =>
  queryOptions({
    queryKey: ['coops', 'one', slug],
    queryFn: ({ signal }) => http.get<PublicCoopView>(`/coops/${encodeURIComponent(slug)}`, {}, signal),
  });
