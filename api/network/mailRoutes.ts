import { z } from 'zod';
import { feedbackDays, mailFeedbackView } from '@cobid/domain/mail/feedback.ts';
import { mailDnsView } from '@cobid/domain/mailDns/schema.ts';
import { maySeeMailFeedback } from '@cobid/domain/network/policy.ts';
import { ensure } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { mailDns } from './mailDns.ts';
import { mailFeedback } from './mailFeedback.ts';

const days = z.coerce.number().pipe(z.literal(feedbackDays, 'is 7, 30, 90 or 365')).default(30);

/** How the network's mail fares. */
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
];
