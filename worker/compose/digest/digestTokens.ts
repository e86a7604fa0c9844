import type { NewMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { hashToken } from '@cobid/platform/tokens.ts';
import type { ComposeTools } from '../composer.ts';
import { unsubscribeToken } from '../unsubscribeToken.ts';
import { digestAnswerToken } from './digestAnswerToken.ts';
import type { DigestPlan } from './composeDigests.ts';

/** The secrets of a digest's links, and what is stored of them. */
export interface DigestTokens {
  unsubscribe: string;
  records: NewMailToken[];
}

/** Derives them, so that a digest that is composed again has the same links. */
export function digestTokens(
  { reader: { delivery, person }, items }: Pick<DigestPlan, 'reader' | 'items'>,
  tools: ComposeTools,
): DigestTokens {
  const unsubscribe = unsubscribeToken(delivery.id, { personId: person.id }, tools);
  // A tender may stand there twice, with those who look for partners for it.
  const answers = new Map(
    items.map(({ candidate }) => [digestAnswerToken(delivery.id, candidate, tools), candidate]),
  );
  const answerRecords = [...answers].map(([token, { tenderId, coopId, deadline }]): NewMailToken => ({
    personId: person.id,
    invitationId: null,
    createdAt: tools.now,
    purpose: 'opportunity',
    coopId,
    tenderId,
    tokenHash: hashToken(token),
    expiresAt: deadline,
  }));
  return { unsubscribe: unsubscribe.token, records: [unsubscribe.record, ...answerRecords] };
}
