import type { SeatPart } from '@cobid/domain/bid/schema.ts';
import type { InvitationView } from '@cobid/domain/invitation/schema.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { bidQuery } from './bids.ts';
import { http } from './http.ts';
import { queryClient } from './queryClient.ts';

/** What one side offers: the work, the share, a word about it. */
export interface OfferedTerms {
  parts: SeatPart[];
  shareMinor: number;
  message: string;
}

/** Each way to answer an invitation, with what it takes. */
export type InvitationAnswer =
  | { act: 'accept'; termsVersion: number; declaresRival: boolean }
  | { act: 'decline'; termsVersion: number; reason: string }
  | ({ act: 'counter'; termsVersion: number } & OfferedTerms)
  | { act: 'take-counter'; termsVersion: number }
  | ({ act: 'offer-again'; termsVersion: number; replyBy: string } & OfferedTerms)
  | { act: 'revoke'; termsVersion: number };

/** Where an invitation is answered: by a signed-in person, or with the token of a mail. */
export type InvitationDoor = { invitationId: string } | { token: string };

function pathOf(door: InvitationDoor): string {
  return 'token' in door
    ? `/seat-offers/${encodeURIComponent(door.token)}`
    : `/invitations/${door.invitationId}`;
}

export const invitationQuery = (invitationId: string) =>
  queryOptions({
    queryKey: ['invitations', 'one', invitationId],
    queryFn: ({ signal }) => http.get<InvitationView>(`/invitations/${invitationId}`, {}, signal),
  });

/** What the link of an invitation mail leads to; reading it changes nothing. */
export interface SeatOffer {
  invitation: InvitationView;
  personName: string;
  isUsed: boolean;
}

export const seatOfferQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitations', 'offer', token],
    queryFn: ({ signal }) => http.get<SeatOffer>(`/seat-offers/${encodeURIComponent(token)}`, {}, signal),
  });

export function useAnswerInvitation(door: InvitationDoor) {
  return useMutation({
    mutationFn: ({ act, ...body }: InvitationAnswer) =>
      http.post<InvitationView>(`${pathOf(door)}/${act}`, body),
    onSuccess: (invitation) => {
      queryClient.setQueryData(invitationQuery(invitation.id).queryKey, invitation);
      void queryClient.invalidateQueries({ queryKey: ['invitations', 'list'] });
      void queryClient.invalidateQueries({ queryKey: ['bids'] });
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    },
  });
}

/** Tells the lead that the invitation was looked at; repeating it does nothing. */
export function markSeen(invitationId: string): Promise<unknown> {
  return http.post(`/invitations/${invitationId}/seen`);
}

export function useInvite(bidId: string, seatId: string) {
  return useMutation({
    mutationFn: (input: OfferedTerms & { coopId: string; replyBy: string }) =>
      http.post<InvitationView>(`/bids/${bidId}/seats/${seatId}/invitations`, input),
    onSuccess: () => {
      void queryClient.invalidateQueries(bidQuery(bidId));
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    },
  });
}
