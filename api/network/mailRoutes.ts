import { z } from 'zod';
import { feedbackDays, mailFeedbackView } from '@cobid/domain/mail/feedback.ts';
import { maySeeMailFeedback } from '@cobid/domain/network/policy.ts';
import { ensure } from '../http/problem.ts';
import { route } from '../http/route.ts';
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
];
