import { ownWords } from '@cobid/domain/reply/ownWords.ts';
import type { HeldReplyView } from '@cobid/domain/reply/views.ts';
import { decideInboundMail, heldRepliesOf } from '@cobid/platform/mongo/models/inboundMail.ts';
import { refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';

const MOST_WORDS = 2000;

/** Replies in the person's name that wait, newest first. Nobody else sees them: they may speak of sealed bids. */
export async function listHeldReplies(personId: string): Promise<HeldReplyView[]> {
  const held = await heldRepliesOf(personId);
  return held.map(({ id, from, subject, text, receivedAt, outcome }) => ({
    id,
    from,
    subject,
    words: ownWords(text).slice(0, MOST_WORDS),
    at: receivedAt.toISOString(),
    why: outcome ?? '',
  }));
}

/** Lets a held reply through, as if it had been accepted when it came, or throws it away. */
export async function decideHeldReply(
  id: string,
  state: 'released' | 'discarded',
  { personId, now, services }: { personId: string; now: Date; services: Pick<Services, 'queues'> },
): Promise<void> {
  const decided = await decideInboundMail({ id, personId }, { state, by: personId, at: now });
  if (decided === null) throw refusal('not_found');
  if (state === 'released') await services.queues.nudge('takeInboundMail', { inboundMailId: id });
}
