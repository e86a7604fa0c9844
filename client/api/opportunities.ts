import type { StopView } from '@cobid/domain/mail/stopping.ts';
import type {
  AnswerLinkView,
  OpportunityCard,
  OpportunityView,
  ResponseInput,
  ResponseView,
} from '@cobid/domain/opportunity/schema.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { http } from './http.ts';
import { queryClient } from './queryClient.ts';

export const opportunitiesQuery = queryOptions({
  queryKey: ['opportunities', 'list'],
  queryFn: ({ signal }) => http.get<{ items: OpportunityCard[] }>('/opportunities', {}, signal),
});

export const opportunityQuery = (tenderId: string) =>
  queryOptions({
    queryKey: ['opportunities', 'one', tenderId],
    queryFn: ({ signal }) => http.get<OpportunityView>(`/opportunities/${tenderId}`, {}, signal),
  });

export function useRespond(tenderId: string) {
  return useMutation({
    mutationFn: (response: ResponseInput) =>
      http.put<ResponseView>(`/opportunities/${tenderId}/response`, response),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['opportunities'] });
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    },
  });
}

/** What the answer link of a mail leads to; reading it changes nothing. */
export const answerLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['answers', token],
    queryFn: ({ signal }) => http.get<AnswerLinkView>(`/answers/${encodeURIComponent(token)}`, {}, signal),
  });

export function useAnswerByLink(token: string) {
  return useMutation({
    mutationFn: (response: ResponseInput) =>
      http.post<ResponseView>(`/answers/${encodeURIComponent(token)}`, response),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['opportunities'] });
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    },
  });
}

/** What can be stopped from the mail that the link was in. */
export const unsubscribeQuery = (token: string) =>
  queryOptions({
    queryKey: ['unsubscribe', token],
    queryFn: ({ signal }) => http.get<StopView>(`/unsubscribe/${encodeURIComponent(token)}`, {}, signal),
  });

/** Stops mails, or takes that back. */
export function useUnsubscribe(token: string) {
  return useMutation({
    mutationFn: ({ scope, isStopped }: Pick<StopView['choices'][number], 'scope' | 'isStopped'>) => {
      const path = `/unsubscribe/${encodeURIComponent(token)}`;
      return isStopped ? http.delete<StopView>(path, { scope }) : http.post<StopView>(path, { scope });
    },
    onSuccess: (view) => {
      queryClient.setQueryData(unsubscribeQuery(token).queryKey, view);
      return queryClient.invalidateQueries({ queryKey: ['mail'] });
    },
  });
}
