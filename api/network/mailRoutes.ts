import { z } from 'zod';
import { feedbackDays, mailFeedbackView } from '@cobid/domain/mail/feedback.ts';
import { id } from '@cobid/domain/ids.ts';
import { mailDnsView } from '@cobid/domain/mailDns/schema.ts';
import { mayReadLetters, maySeeMailFeedback } from '@cobid/domain/network/policy.ts';
import { letterView } from '@cobid/domain/reply/views.ts';
import { listOf } from '../http/list.ts';
import { ensure } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { listLetters, seeToLetter } from './letters.ts';
import { mailDns } from './mailDns.ts';
import { mailFeedback } from './mailFeedback.ts';

const days = z.coerce.number().pipe(z.literal(feedbackDays, 'is 7, 30, 90 or 365')).default(30);

const ofLetter = z.strictObject({ letterId: id });

/** How the network's mail fares, and what people write to it. */
export const networkMailRoutes = [
  route({
    method: 'GET',
    path: '/network/mail-feedback',
    summary: 'Count what became of the network’s mails, but of none about bids',
    access: 'person',
    query: z.strictObject({ days }),
    reply: mailFeedbackView,
    handle: ({ actor, query, now }) => {
      ensure(maySeeMailFeedback(actor));
      return mailFeedback(query.days, now);
    },
  }),
  route({
    method: 'GET',
    path: '/network/mail-dns',
    summary: 'Check what the DNS says of the domains that mail is sent from and comes back to',
    access: 'person',
    limits: [{ by: 'person', points: 20, seconds: 60 }],
    reply: mailDnsView,
    handle: ({ actor, services, now }) => {
      ensure(maySeeMailFeedback(actor));
      return mailDns(services.config, services.resolver, now);
    },
  }),
  route({
    method: 'GET',
    path: '/network/letters',
    summary: 'List what people wrote to the network itself, and nobody has seen to',
    access: 'person',
    reply: listOf(letterView),
    handle: async ({ actor }) => {
      ensure(mayReadLetters(actor));
      return { items: await listLetters() };
    },
  }),
  route({
    method: 'PUT',
    path: '/network/letters/:letterId/seen-to',
    summary: 'Take a letter off the list, or put it back',
    access: 'person',
    params: ofLetter,
    body: z.strictObject({ isSeenTo: z.boolean() }),
    reply: null,
    handle: ({ actor, params, body, now }) => {
      ensure(mayReadLetters(actor));
      return seeToLetter(params.letterId, { ...body, by: actor.personId, at: now });
    },
  }),
];
