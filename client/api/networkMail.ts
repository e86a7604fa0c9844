import type { MailFeedbackView } from '@cobid/domain/mail/feedback.ts';
import type { MailDnsView } from '@cobid/domain/mailDns/schema.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from './http.ts';

/** What became of the network's mails of the last so many days. */
export const mailFeedbackQuery = (days: number) =>
  queryOptions({
    queryKey: ['network', 'mail-feedback', days],
    queryFn: ({ signal }) => http.get<MailFeedbackView>('/network/mail-feedback', { days }, signal),
    placeholderData: keepPreviousData,
  });

/** What the DNS says of the network's mail, as it was when somebody looked; a page offers to look again. */
export const mailDnsQuery = queryOptions({
  queryKey: ['network', 'mail-dns'],
  queryFn: ({ signal }) => http.get<MailDnsView>('/network/mail-dns', {}, signal),
});
