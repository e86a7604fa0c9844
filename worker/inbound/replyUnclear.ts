import type { Context } from '../context.ts';
import type { Taken } from '../jobs/takeInboundMail.ts';
import { wantMails } from '../jobs/wantMails.ts';
import type { UnclearReason } from '../mail/kinds/replyUnclear.ts';
import type { Reply } from './reply.ts';

/** A reply that could not be acted on: its writer hears why, and gets the links. Never for automatic replies. */
export async function replyUnclear(
  { mail, delivery, person, words }: Reply,
  why: UnclearReason,
  context: Context,
): Promise<Taken> {
  const reason = why === 'not_understood' && words === '' ? 'nothing_said' : why;
  await wantMails(
    [
      {
        key: `replyUnclear:${mail.id}`,
        kind: 'replyUnclear',
        personId: person.id,
        email: person.email,
        refs: { ...delivery.refs, inboundMailId: mail.id },
        data: {
          why: reason,
          words: words.slice(0, 1000),
          answeredId: delivery.id,
        },
      },
    ],
    context,
  );
  return { state: 'done', outcome: `Nothing was done (${reason}); its writer was told.` };
}
