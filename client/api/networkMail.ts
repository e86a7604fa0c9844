import type { MailFeedbackView } from '@cobid/domain/mail/feedback.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from './http.ts';

/** What became of the network's mails of the last so many days. */
export const mailFeedbackQuery = (days: number) =>
  queryOptions({
    queryKey: ['network', 'mail-feedback', days],
    queryFn: ({ signal }) => http.get<MailFeedbackView>('/network/mail-feedback', { days }, signal),
    placeholderData: keepPreviousData,
  });
