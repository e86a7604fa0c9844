import type { HeldReplyView, ReplyUndoView } from '@cobid/domain/reply/views.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { http } from './http.ts';
import { queryClient } from './queryClient.ts';

/** What the undo link of a confirmation leads to; reading it changes nothing. */
export const replyUndoQuery = (token: string) =>
  queryOptions({
    queryKey: ['reply-undos', token],
    queryFn: ({ signal }) => http.get<ReplyUndoView>(`/reply-undos/${encodeURIComponent(token)}`, {}, signal),
  });

export function useUndoReply(token: string) {
  return useMutation({
    mutationFn: () => http.post<ReplyUndoView>(`/reply-undos/${encodeURIComponent(token)}`),
    onSuccess: (view) => {
      queryClient.setQueryData(replyUndoQuery(token).queryKey, view);
      void queryClient.invalidateQueries({ queryKey: ['opportunities'] });
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    },
  });
}

export const heldRepliesQuery = queryOptions({
  queryKey: ['held-replies'],
  queryFn: ({ signal }) => http.get<{ items: HeldReplyView[] }>('/me/held-replies', {}, signal),
});

/** Lets a held reply through or throws it away. */
export function useDecideHeldReply() {
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: 'release' | 'discard' }) =>
      http.post<unknown>(`/me/held-replies/${id}/${decision}`),
    onSuccess: () => queryClient.invalidateQueries(heldRepliesQuery),
  });
}
