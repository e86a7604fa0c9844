import { z } from 'zod';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { findMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import { hashToken } from '@cobid/platform/tokens.ts';
import { refusal } from '../http/problem.ts';

export const unsubscribeView = z.object({
  /** Masked, as the page can be seen by whoever got the mail forwarded. */
  email: z.string(),
  kind: z.literal('opportunity'),
  isUnsubscribed: z.boolean(),
});
export type UnsubscribeView = z.infer<typeof unsubscribeView>;

/** What a person did themself; only that can be undone by themself (a bounce stays). */
const CAUSE = 'unsubscribed';

/** What the page behind an unsubscribe link shows; looking changes nothing. */
export async function showUnsubscribe(token: string, now: Date): Promise<UnsubscribeView> {
  return viewOf(await emailOf(token, now));
}

/** Stops opportunity mails to the address at once (RFC 8058), however often it is called. */
export async function unsubscribe(token: string, now: Date): Promise<UnsubscribeView> {
  const email = await emailOf(token, now);
  await suppressions.insertIfNew({ email, kind: 'opportunity', at: now, cause: CAUSE });
  return viewOf(email);
}

/** Takes an own unsubscription back. */
export async function resubscribe(token: string, now: Date): Promise<UnsubscribeView> {
  const email = await emailOf(token, now);
  await suppressions.remove({ email, kind: 'opportunity', cause: CAUSE });
  return viewOf(email);
}

async function emailOf(token: string, now: Date): Promise<string> {
  const found = await findMailToken(hashToken(token), 'unsubscribe', now);
  const person = found === null ? null : await people.findById(found.personId);
  if (person === null) throw refusal('link_used', { status: 404 });
  return person.email;
}

async function viewOf(email: string): Promise<UnsubscribeView> {
  const count = await suppressions.count({ email, kind: oneOf(['opportunity', 'all']) });
  return { email: masked(email), kind: 'opportunity', isUnsubscribed: count > 0 };
}

function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
