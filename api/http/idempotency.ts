import { after, before } from '@cobid/platform/mongo/filter.ts';
import { after as later, hours, seconds } from '@cobid/platform/clock.ts';
import { canonicalHash } from '@cobid/platform/canonicalHash.ts';
import { idempotency } from '@cobid/platform/mongo/models/idempotency.ts';
import type { IdempotencyRecord } from '@cobid/platform/mongo/models/idempotency.ts';
import { openText, sealText } from '@cobid/platform/sealing/sealedText.ts';
import { refusal } from './problem.ts';

const KEPT_MS = hours(24);
/** After so long without an answer the process that worked on it is taken to have died. */
const ABANDONED_MS = seconds(60);

export interface Answer {
  status: number;
  reply: unknown;
}

/**
 * Does a write once for each key: a repeated request gets the stored answer, the same key with other content is
 * refused, and so is one that is still being worked on. What failed may be tried again, as nothing was written.
 */
export async function once(
  request: { owner: string; key: string; content: unknown; now: Date; secret: string },
  work: () => Promise<Answer & { isPrivate: boolean }>,
): Promise<Answer> {
  const { owner, now, secret } = request;
  if (!/^[\x21-\x7e]{8,100}$/.test(request.key)) {
    throw refusal('unreadable', { detail: 'Idempotency-Key has to be 8 to 100 characters, such as a UUID.' });
  }
  const key = `${owner}:${request.key}`;
  const bodyHash = canonicalHash(request.content);
  const mine = await claim(key, bodyHash, now);
  if (mine.status !== null) {
    const reply: unknown = mine.reply === null ? undefined : JSON.parse(openText(secret, key, mine.reply));
    return { status: mine.status, reply };
  }
  const sealed = (reply: unknown) =>
    reply === undefined ? null : sealText(secret, key, JSON.stringify(reply));
  try {
    const { status, reply, isPrivate } = await work();
    // What set a cookie is not kept: its reply is for one browser, once.
    if (isPrivate) await idempotency.remove({ id: mine.id });
    else await idempotency.change({ id: mine.id }, { set: { status, reply: sealed(reply) } });
    return { status, reply };
  } catch (error) {
    await idempotency.remove({ id: mine.id }).catch(() => undefined);
    throw error;
  }
}

/** The row of this key: a new one, or one that was abandoned, has no status; one that was answered has. */
async function claim(key: string, bodyHash: string, now: Date): Promise<IdempotencyRecord> {
  const fresh: Omit<IdempotencyRecord, 'id'> = {
    key,
    bodyHash,
    status: null,
    reply: null,
    createdAt: now,
    expiresAt: later(now, KEPT_MS),
  };
  const made = await idempotency.insertIfNew(fresh);
  if (made !== null) return made;
  const known = await idempotency.findOne({ key, expiresAt: after(now) });
  if (known === null) {
    await idempotency.remove({ key });
    return claim(key, bodyHash, now);
  }
  if (known.bodyHash !== bodyHash) throw refusal('replay_differs');
  if (known.status !== null) return known;
  const taken = await idempotency.change(
    { id: known.id, status: null, createdAt: before(later(now, -ABANDONED_MS)) },
    { set: { createdAt: now } },
  );
  if (taken === null) throw refusal('still_running', { retryAfterSeconds: 2 });
  return taken;
}
