import type { MailSettings, MailSettingsView, OwnMailView } from '@cobid/domain/mail/settings.ts';
import type { BidMailingAct, MailingAct, WouldMailView } from '@cobid/domain/mail/wouldMail.ts';
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { http } from './http.ts';
import type { ListPage } from './page.ts';
import { queryClient } from './queryClient.ts';

export const mailSettingsQuery = queryOptions({
  queryKey: ['me', 'mail-settings'],
  queryFn: ({ signal }) => http.get<MailSettingsView>('/me/mail-settings', {}, signal),
});

/** Saves some of what the person gets by mail. */
export async function saveMailSettings(
  version: number,
  fields: Partial<MailSettings>,
): Promise<MailSettingsView> {
  const settings = await http.patch<MailSettingsView>('/me/mail-settings', { ...fields, version });
  queryClient.setQueryData(mailSettingsQuery.queryKey, settings);
  return settings;
}

/** Lets mails come again after they were stopped. */
export function useLiftMailStop() {
  return useMutation({
    mutationFn: () => http.delete<MailSettingsView>('/me/mail-stop'),
    onSuccess: (settings) => queryClient.setQueryData(mailSettingsQuery.queryKey, settings),
  });
}

export const ownMailsQuery = (page: number) =>
  queryOptions({
    queryKey: ['me', 'mails', page],
    queryFn: ({ signal }) => http.get<ListPage<OwnMailView>>('/me/mails', { page }, signal),
    placeholderData: keepPreviousData,
  });

/** Whom an act on a tender would mail, as it is now. */
export const tenderWouldMailQuery = (tenderId: string, act: MailingAct) =>
  queryOptions({
    queryKey: ['would-mail', tenderId, act],
    queryFn: ({ signal }) => http.get<WouldMailView>(`/tenders/${tenderId}/would-mail`, { act }, signal),
    gcTime: 0,
    staleTime: 0,
  });

/** Whom an act on a bid would mail, as it is now. */
export const bidWouldMailQuery = (bidId: string, act: BidMailingAct) =>
  queryOptions({
    queryKey: ['would-mail', 'bid', bidId, act],
    queryFn: ({ signal }) => http.get<WouldMailView>(`/bids/${bidId}/would-mail`, { act }, signal),
    gcTime: 0,
    staleTime: 0,
  });

/** Whom invitations of these co-ops would mail. */
export const invitationWouldMailQuery = (coopIds: readonly string[]) =>
  queryOptions({
    queryKey: ['would-mail', 'invitation', ...coopIds],
    queryFn: ({ signal }) =>
      http.get<WouldMailView>('/would-mail/invitation', { coopIds: coopIds.join(',') }, signal),
    gcTime: 0,
    staleTime: 0,
  });
