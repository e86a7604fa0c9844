import type { MeView, SessionView } from '@cobid/domain/person/schema.ts';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { actFor, http } from './http.ts';
import { queryClient } from './queryClient.ts';

/** What a sign-in answers: who I am now, where to go, and the draft that became a tender. */
export interface SignedIn {
  me: MeView;
  next: string;
  tenderId: string | null;
}

const visitor: MeView = { person: null, memberships: [], actingFor: null };

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const me = await http.get<MeView>('/me', {}, signal);
    actFor(me.actingFor?.organisationId ?? null);
    return me;
  },
  staleTime: 60_000,
});

/** Takes over who I am; all else in the cache was read as somebody else and is forgotten. */
function become(me: MeView) {
  actFor(me.actingFor?.organisationId ?? null);
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
  queryClient.setQueryData(meQuery.queryKey, me);
}

/** The signed-in person and their organisations; a visitor while it is unknown. */
export function useMe(): MeView {
  return useQuery(meQuery).data ?? visitor;
}

export function useRequestSignIn() {
  return useMutation({
    mutationFn: (input: { email: string; next?: string; tenderDraft?: unknown }) =>
      http.post<{ sentTo: string }>('/sign-in', input),
  });
}

export function useSignInByLink() {
  return useMutation({
    mutationFn: (token: string) => http.post<SignedIn>('/sign-in/link', { token }),
    onSuccess: (reply) => become(reply.me),
  });
}

export function useSignInByCode() {
  return useMutation({
    mutationFn: (input: { email: string; code: string }) => http.post<SignedIn>('/sign-in/code', input),
    onSuccess: (reply) => become(reply.me),
  });
}

/** Afterwards the page has to be loaded anew: what is on it was read as somebody who is no longer there. */
export function useSignOut() {
  return useMutation({ mutationFn: () => http.delete('/session') });
}

export function useChangeMe() {
  return useMutation({
    mutationFn: (input: { name?: string; zone?: string }) => http.patch<MeView>('/me', input),
    onSuccess: (me) => queryClient.setQueryData(meQuery.queryKey, me),
  });
}

/** Afterwards a page has to be loaded anew: what is on this one may not be for the other organisation. */
export function useActFor() {
  return useMutation({
    mutationFn: (organisationId: string) => http.put<MeView>('/me/acting-for', { organisationId }),
  });
}

/** Reads who I am again, after joining or making an organisation. */
export async function refreshMe(): Promise<MeView> {
  actFor(null);
  const me = await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
  become(me);
  return me;
}

/** Takes over the reply of a join by mail, which also signs in. */
export function joined(me: MeView) {
  become(me);
}

export const mySessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => http.get<{ items: SessionView[] }>('/me/sessions', {}, signal),
});

export function useEndSession() {
  return useMutation({
    mutationFn: (sessionId: string) => http.delete(`/me/sessions/${sessionId}`),
    onSuccess: () => queryClient.invalidateQueries(mySessionsQuery),
  });
}

export function useEndOtherSessions() {
  return useMutation({
    mutationFn: () => http.delete('/me/sessions'),
    onSuccess: () => queryClient.invalidateQueries(mySessionsQuery),
  });
}
