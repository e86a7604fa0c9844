import type { MailFeedbackView } from '@cobid/domain/mail/feedback.ts';
import type { MailDnsView } from '@cobid/domain/mailDns/schema.ts';
import type { LetterView } from '@cobid/domain/reply/views.ts';
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { http } from './http.ts';
import { queryClient } from './queryClient.ts';

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

/** What people wrote to the network itself. */
export const lettersQuery = queryOptions({
  queryKey: ['network', 'letters'],
  queryFn: ({ signal }) => http.get<{ items: LetterView[] }>('/network/letters', {}, signal),
});

/** Takes a letter off the list, or puts it back. */
export function useSeeToLetter() {
  return useMutation({
    mutationFn: ({ id, isSeenTo }: { id: string; isSeenTo: boolean }) =>
      http.put<unknown>(`/network/letters/${id}/seen-to`, { isSeenTo }),
    onSuccess: () => queryClient.invalidateQueries(lettersQuery),
  });
}
