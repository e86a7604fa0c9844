import type { TenderCard, TenderContent, TenderView } from '@cobid/domain/tender/schema.ts';
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { http } from './http.ts';
import type { ListPage } from './page.ts';
import { queryClient } from './queryClient.ts';

/** Filters of the public list, as they stand in the address. */
export interface TenderFilters {
  query?: string;
  skill?: string;
  state?: 'open' | 'closed' | 'all';
  sort?: 'deadline' | 'newest';
  page?: number;
}

export const tenderListQuery = (filters: TenderFilters) =>
  queryOptions({
    queryKey: ['tenders', 'list', filters],
    queryFn: ({ signal }) => http.get<ListPage<TenderCard>>('/tenders', { ...filters }, signal),
    placeholderData: keepPreviousData,
  });

export const myTendersQuery = queryOptions({
  queryKey: ['tenders', 'mine'],
  queryFn: ({ signal }) => http.get<{ items: TenderCard[] }>('/my-tenders', {}, signal),
});

export const tenderQuery = (tenderId: string) =>
  queryOptions({
    queryKey: ['tenders', 'one', tenderId],
    queryFn: ({ signal }) => http.get<TenderView>(`/tenders/${tenderId}`, {}, signal),
  });

/** Takes over a tender that a write answered with; lists are read again when they are next shown. */
function keep(tender: TenderView) {
  queryClient.setQueryData(tenderQuery(tender.id).queryKey, tender);
  void queryClient.invalidateQueries({ queryKey: ['tenders', 'mine'] });
  void queryClient.invalidateQueries({ queryKey: ['tenders', 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['home'] });
}

export function useStartTender() {
  return useMutation({
    mutationFn: (content: Partial<TenderContent>) => http.post<TenderView>('/tenders', content),
    onSuccess: keep,
  });
}

/** Saves some fields of a draft; the autosave calls it directly. */
export async function saveTender(
  tenderId: string,
  version: number,
  content: Partial<TenderContent>,
): Promise<TenderView> {
  const tender = await http.patch<TenderView>(`/tenders/${tenderId}`, { version, content });
  keep(tender);
  return tender;
}

export function useSetTenderClient(tenderId: string) {
  return useMutation({
    mutationFn: (input: { version: number; organisationId: string }) =>
      http.put<TenderView>(`/tenders/${tenderId}/client`, input),
    onSuccess: keep,
  });
}

export function usePublishTender(tenderId: string) {
  return useMutation({
    mutationFn: (version: number) => http.post<TenderView>(`/tenders/${tenderId}/publish`, { version }),
    onSuccess: keep,
  });
}

/** Endings that everyone who took part reads a reason for. */
export type TenderEnding = 'withdraw' | 'cancel' | 'close-without-award';

export function useEndTender(tenderId: string) {
  return useMutation({
    mutationFn: ({ ending, ...input }: { ending: TenderEnding; version: number; reason: string }) =>
      http.post<TenderView>(`/tenders/${tenderId}/${ending}`, input),
    onSuccess: keep,
  });
}

export function useCompleteTender(tenderId: string) {
  return useMutation({
    mutationFn: (version: number) => http.post<TenderView>(`/tenders/${tenderId}/complete`, { version }),
    onSuccess: keep,
  });
}

export function useCopyTender(tenderId: string) {
  return useMutation({
    mutationFn: () => http.post<TenderView>(`/tenders/${tenderId}/copy`),
    onSuccess: keep,
  });
}

export function useDeleteTender(tenderId: string) {
  return useMutation({
    mutationFn: (version: number) => http.delete(`/tenders/${tenderId}`, { version }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tenders', 'mine'] }),
  });
}
