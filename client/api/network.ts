import type { NetworkChange, NetworkSettingsView } from '@cobid/domain/network/schema.ts';
import type {
  ExposureView,
  FeasibilityView,
  LearningView,
  ReplayView,
  ReportDays,
  ThinTenderView,
} from '@cobid/domain/network/reports.ts';
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { http } from './http.ts';
import type { ListPage } from './page.ts';
import { queryClient } from './queryClient.ts';

/** The rules of the network, who runs it, and what was changed when. */
export const networkSettingsQuery = queryOptions({
  queryKey: ['network', 'settings'],
  queryFn: ({ signal }) => http.get<NetworkSettingsView>('/network/settings', {}, signal),
});

/** What is told by the rules of the network is read again with the new ones; until then a choice must not jump back. */
function changed(settings: NetworkSettingsView) {
  void queryClient.invalidateQueries({ queryKey: ['network'] });
  queryClient.setQueryData(networkSettingsQuery.queryKey, settings);
  queryClient.setQueryData(
    learningQuery.queryKey,
    (known) => known && { ...known, mode: settings.learning, version: settings.version },
  );
}

export function useChangeNetwork() {
  return useMutation({
    mutationFn: (change: NetworkChange) => http.patch<NetworkSettingsView>('/network', change),
    onSuccess: changed,
  });
}

export function useAddCoordinator() {
  return useMutation({
    mutationFn: (input: { version: number; email: string }) =>
      http.post<NetworkSettingsView>('/network/coordinators', input),
    onSuccess: changed,
  });
}

export function useRemoveCoordinator() {
  return useMutation({
    mutationFn: ({ version, personId }: { version: number; personId: string }) =>
      http.delete<NetworkSettingsView>(`/network/coordinators/${personId}`, { version }),
    onSuccess: changed,
  });
}

/** How attention was shared out in the last so many days. */
export const exposureQuery = (days: ReportDays, page: number) =>
  queryOptions({
    queryKey: ['network', 'exposure', days, page],
    queryFn: ({ signal }) => http.get<ExposureView>('/network/exposure', { days, page }, signal),
    placeholderData: keepPreviousData,
  });

/** The last tenders under a λ; null for that of the network. It takes the server a moment, so it is kept for long. */
export const replayQuery = (lambda: number | null) =>
  queryOptions({
    queryKey: ['network', 'replay', lambda],
    queryFn: ({ signal }) =>
      http.get<ReplayView>('/network/replay', lambda === null ? {} : { lambda }, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });

/** Open tenders with requirements that nobody or only one co-op covers. */
export const thinTendersQuery = (page: number) =>
  queryOptions({
    queryKey: ['network', 'thin-tenders', page],
    queryFn: ({ signal }) => http.get<ListPage<ThinTenderView>>('/network/thin-tenders', { page }, signal),
    placeholderData: keepPreviousData,
  });

/** What would make one of them possible; worked out when somebody asks. */
export const feasibilityQuery = (tenderId: string) =>
  queryOptions({
    queryKey: ['network', 'thin-tenders', 'feasibility', tenderId],
    queryFn: ({ signal }) => http.get<FeasibilityView>(`/network/thin-tenders/${tenderId}`, {}, signal),
  });

/** What the network learnt from past tenders, and what waits for a decision. */
export const learningQuery = queryOptions({
  queryKey: ['network', 'learning'],
  queryFn: ({ signal }) => http.get<LearningView>('/network/learning', {}, signal),
});

/** Accepts or declines a proposal of other weights. */
export function useDecideProposal() {
  return useMutation({
    mutationFn: ({
      decision,
      ...input
    }: {
      decision: 'accept' | 'decline';
      proposalId: string;
      version: number;
    }) => http.post<LearningView>(`/network/learning/${decision}`, input),
    onSuccess: (view) => {
      void queryClient.invalidateQueries({ queryKey: ['network'] });
      queryClient.setQueryData(learningQuery.queryKey, view);
    },
  });
}

/** Has the network learn now; what comes of it can be read a little later. */
export function useLearnNow() {
  return useMutation({ mutationFn: () => http.post<null>('/network/learning/now') });
}
