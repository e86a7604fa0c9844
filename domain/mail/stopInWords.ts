import type { mailStops } from './settings.ts';

/** Why nothing about tenders comes although the settings say so. */
export const stopInWords: Readonly<Record<(typeof mailStops)[number], string>> = {
  complaint: 'No mails come to you any more, because one of them was called spam in your mail program.',
  came_back: 'No mails come to you any more, because your mail server sent them back.',
  stopped_all:
    'No mails come to you but those that others wait for, because you stopped all the others from a mail.',
  unsubscribed: 'No mails about tenders come to you, because you stopped them from a mail.',
};
