import type { CoopProfile, OwnProfileView } from '@cobid/domain/coop/schema.ts';
import type { OpportunityCard } from '@cobid/domain/opportunity/schema.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from './http.ts';
import { queryClient } from './queryClient.ts';

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => http.get<OwnProfileView>('/profile', {}, signal),
});

/** Tenders of the last twelve months that the profile, as saved, would have matched. */
export const wouldHaveMatchedQuery = queryOptions({
  queryKey: ['profile', 'would-have-matched'],
  queryFn: ({ signal }) => http.get<{ items: OpportunityCard[] }>('/profile/would-have-matched', {}, signal),
  placeholderData: keepPreviousData,
});

/** Saves some fields of the profile; what it would have matched is then computed anew. */
export async function saveProfile(version: number, fields: Partial<CoopProfile>): Promise<OwnProfileView> {
  const profile = await http.patch<OwnProfileView>('/profile', { ...fields, version });
  queryClient.setQueryData(profileQuery.queryKey, profile);
  void queryClient.invalidateQueries({ queryKey: wouldHaveMatchedQuery.queryKey });
  void queryClient.invalidateQueries({ queryKey: ['home'] });
  return profile;
}
