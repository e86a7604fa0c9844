import { after, days } from '@cobid/platform/clock.ts';
import type { NewMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import type { ComposeTools } from '../composer.ts';
import { UNSUBSCRIBE_DAYS } from '../mailTokens.ts';
import { digestAnswerToken } from './digestAnswerToken.ts';
import type { DigestPlan } from './composeDigests.ts';

/** The secrets of a digest's links, and what is stored of them. */
export interface DigestTokens {
  /** One for the five answers to each tender, by tender. */
  answers: Map<string, string>;
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
  const answers = new Map<string, string>();
  for (const { candidate } of items) {
    const { tenderId, coopId, deadline } = candidate;
    const token = digestAnswerToken(delivery.id, tenderId, tools);
    answers.set(tenderId, token);
    records.push({
      ...common,
      purpose: 'opportunity',
      coopId,
      tenderId,
      tokenHash: hashToken(token),
      expiresAt: deadline,
    });
  }
  return { answers, unsubscribe, records };
}
