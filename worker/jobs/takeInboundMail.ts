import { after } from '@cobid/platform/clock.ts';
import { claimInboundMail, settleInboundMail } from '@cobid/platform/mongo/models/inboundMail.ts';
import type { InboundMailRecord } from '@cobid/platform/mongo/models/inboundMail.ts';
import type { Context, Handler } from '../context.ts';
import { takeReport } from '../inbound/takeReport.ts';
import { actOnReply, takeReply } from '../inbound/takeReply.ts';
import { takeUnsubscribe } from '../inbound/takeUnsubscribe.ts';

/** How the work on a mail ended, as its row will say. */
export type Taken = Parameters<typeof settleInboundMail>[2];

/**
 * Works on one mail that came in, or that was held and has been released. Each step may be repeated: what a crash leaves
 * half done is done again and comes to the same.
 */
export const takeInboundMail: Handler<'takeInboundMail'> = async ({ inboundMailId }, context) => {
  const now = context.clock();
  const mail = await claimInboundMail(inboundMailId, now, after(now, context.leaseMs));
  if (mail === null) return;
  const taken = mail.state === 'released' ? await actOnReply(mail, context) : await take(mail, context);
  const settled = await settleInboundMail(mail.id, mail.state, taken);
  if (settled === null) return;
  const { use, state, outcome, automatic, authentication } = settled;
  context.log.info(
    { inboundMailId, use, state, outcome, automatic, authentication },
    'took a mail that came in',
  );
};

function take(mail: InboundMailRecord, context: Context): Promise<Taken> | Taken {
  switch (mail.use) {
    case 'bounce':
    case 'complaints':
      return takeReport(mail, context);
    case 'unsubscribe':
      return takeUnsubscribe(mail, context);
    case 'reply':
      return takeReply(mail, context);
    case 'sender':
      return mail.automatic === null
        ? { state: 'held', outcome: 'Somebody wrote to the address that mail is sent from.' }
        : { state: 'done', outcome: `Not read: ${mail.automatic}.` };
  }
}
