import type { MeView, Role } from '@cobid/domain/person/schema.ts';
import type {
  ColleaguesView,
  OrganisationInput,
  OrganisationRef,
  OrganisationView,
} from '@cobid/domain/organisation/schema.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { http } from './http.ts';
import { joined, refreshMe } from './me.ts';
import { queryClient } from './queryClient.ts';

export const organisationQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['organisations', organisationId],
    queryFn: ({ signal }) => http.get<OrganisationView>(`/organisations/${organisationId}`, {}, signal),
  });

export const colleaguesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['organisations', organisationId, 'colleagues'],
    queryFn: ({ signal }) =>
      http.get<ColleaguesView>(`/organisations/${organisationId}/colleagues`, {}, signal),
  });

/** Makes an organisation; its maker becomes its steward and acts for it from then on. */
export function useCreateOrganisation() {
  return useMutation({
    mutationFn: async (input: OrganisationInput) => {
      const organisation = await http.post<OrganisationView>('/organisations', input);
      await refreshMe();
      return organisation;
    },
  });
}

export function useChangeOrganisation(organisationId: string) {
  return useMutation({
    mutationFn: (input: Partial<Omit<OrganisationInput, 'kind'>> & { version: number }) =>
      http.patch<OrganisationView>(`/organisations/${organisationId}`, input),
    onSuccess: (organisation) => {
      queryClient.setQueryData(organisationQuery(organisationId).queryKey, organisation);
      void queryClient.invalidateQueries({ queryKey: ['me'] });
      void queryClient.invalidateQueries({ queryKey: ['coops'] });
    },
  });
}

/** A change among colleagues; the list is read again after each. */
function useColleagueChange<Input>(organisationId: string, mutationFn: (input: Input) => Promise<unknown>) {
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries(colleaguesQuery(organisationId)),
  });
}

export function useInviteColleague(organisationId: string) {
  return useColleagueChange(organisationId, (input: { email: string; role: Role }) =>
    http.post(`/organisations/${organisationId}/colleague-invitations`, input),
  );
}

export function useRevokeColleagueInvitation(organisationId: string) {
  return useColleagueChange(organisationId, (invitationId: string) =>
    http.delete(`/organisations/${organisationId}/colleague-invitations/${invitationId}`),
  );
}

export function useChangeRole(organisationId: string) {
  return useColleagueChange(organisationId, (input: { personId: string; role: Role }) =>
    http.put(`/organisations/${organisationId}/colleagues/${input.personId}`, { role: input.role }),
  );
}

export function useRemoveColleague(organisationId: string) {
  return useColleagueChange(organisationId, (personId: string) =>
    http.delete(`/organisations/${organisationId}/colleagues/${personId}`),
  );
}

/** What the page behind an invitation's link shows. */
export interface ColleagueInvitationView {
  organisation: OrganisationRef;
  role: Role;
  email: string;
  isUsed: boolean;
}

export const colleagueInvitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['colleague-invitations', token],
    queryFn: ({ signal }) =>
      http.get<ColleagueInvitationView>(`/colleague-invitations/${encodeURIComponent(token)}`, {}, signal),
  });

export function useJoin(token: string) {
  return useMutation({
    mutationFn: () => http.post<{ me: MeView }>(`/colleague-invitations/${encodeURIComponent(token)}/accept`),
    onSuccess: (reply) => joined(reply.me),
  });
}
