import { after, days } from '@cobid/platform/clock.ts';
import type { NewMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import type { ComposeTools } from '../composer.ts';
import { UNSUBSCRIBE_DAYS } from '../mailTokens.ts';
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
  const { config, now } = tools;
  const common = { personId: person.id, invitationId: null, createdAt: now };
  const unsubscribe = derivedToken(config.COBID_SECRET, 'unsubscribe', delivery.id);
  const records: NewMailToken[] = [
    {
      ...common,
      purpose: 'unsubscribe',
      coopId: null,
      tenderId: null,
      tokenHash: hashToken(unsubscribe),
      expiresAt: after(now, days(UNSUBSCRIBE_DAYS)),
    },
  ];
  // A tender may stand there twice, with those who look for partners for it.
  const answers = new Map(
    items.map(({ candidate }) => [digestAnswerToken(delivery.id, candidate, tools), candidate]),
  );
  for (const [token, { tenderId, coopId, deadline }] of answers) {
    records.push({
      ...common,
      purpose: 'opportunity',
      coopId,
      tenderId,
      tokenHash: hashToken(token),
      expiresAt: deadline,
    });
  }
  return { unsubscribe, records };
}
