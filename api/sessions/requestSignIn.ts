import type { Language } from '@cobid/domain/language.ts';
import type { z } from 'zod';
import type { signInRequest } from '@cobid/domain/person/schema.ts';
import { tenderStart } from '@cobid/domain/tender/schema.ts';
import { after, minutes } from '@cobid/platform/clock.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { signInTokens } from '@cobid/platform/mongo/models/signInToken.ts';
import { derivedCode, derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import { issuesOf, plainMessage } from '../http/issues.ts';
import { refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { hashSignInCode } from './signInCode.ts';

const LINK_LASTS_MS = minutes(15);

/**
 * Sends a mail with a link and a code to sign in. Answers the same whether somebody has that mailbox here or not, so
 * that nobody can find out who is a member.
 */
export async function requestSignIn(
  body: z.output<typeof signInRequest>,
  { now, services, language }: { now: Date; services: Services; language: Language },
): Promise<{ sentTo: string }> {
  const { email, next = null } = body;
  const id = newId();
  const secret = services.config.COBID_SECRET;
  await signInTokens.insert({
    id,
    email,
    // Derived from the row, so that the worker can write the same link into the mail, and again if it has to retry.
    tokenHash: hashToken(derivedToken(secret, 'sign-in-link', id)),
    codeHash: hashSignInCode(secret, id, derivedCode(secret, 'sign-in-code', id)),
    codeAttempts: 0,
    next,
    language,
    tenderDraft: checkedDraft(body.tenderDraft),
    createdAt: now,
    expiresAt: after(now, LINK_LASTS_MS),
    usedAt: null,
  });
  const refs = { signInTokenId: id };
  const wanted = await wantDeliveries(
    [{ key: `signIn:${id}`, kind: 'signIn', personId: null, email, refs }],
    now,
  );
  await services.queues.nudgeAll(
    'sendDelivery',
    wanted.map((deliveryId) => ({ deliveryId })),
  );
  return { sentTo: email };
}

/** What a visitor has written of a tender, or null; checked as if it were posted. */
function checkedDraft(draft: unknown): z.output<typeof tenderStart> | null {
  if (draft === undefined || draft === null) return null;
  const parsed = tenderStart.safeParse(draft, { error: plainMessage });
  if (parsed.success) return parsed.data;
  throw refusal('invalid', { issues: issuesOf(parsed.error.issues, ['tenderDraft']) });
}
