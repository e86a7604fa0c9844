import { after, days } from '@cobid/platform/clock.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { ensureMailTokens } from '@cobid/platform/mongo/models/mailToken.ts';
import type { NewMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import type { ComposeTools } from './composer.ts';

/** People find old mails; the way out of them has to work for long. */
export const UNSUBSCRIBE_DAYS = 400;

/** Whom a token speaks for, and about what. */
interface About {
  personId: string;
  coopId: string;
  tenderId: string;
}

/** The secrets of the links in an opportunity's mail, and what is stored of them before it goes out. */
export interface OpportunityTokens {
  /** For the five answers, until the deadline. */
  answer: string;
  /** Stops such mails to the reader's address. */
  unsubscribe: string;
  records: NewMailToken[];
}

/** Which mail, to whom, about what. */
interface OpportunityAbout {
  delivery: Pick<DeliveryRecord, 'id'>;
  tender: Pick<TenderRecord, 'id' | 'deadline'>;
  coopId: string;
  personId: string;
}

/** Derives them: each mail has its own, and the same ones when it is composed again. */
export function opportunityTokens(
  { delivery: { id }, tender, coopId, personId }: OpportunityAbout,
  { config, now }: ComposeTools,
): OpportunityTokens {
  const answer = derivedToken(config.COBID_SECRET, 'opportunity', id);
  const unsubscribe = derivedToken(config.COBID_SECRET, 'unsubscribe', id);
  const common = { personId, coopId, tenderId: tender.id, invitationId: null, createdAt: now };
  return {
    answer,
    unsubscribe,
    records: [
      {
        ...common,
        purpose: 'opportunity',
        tokenHash: hashToken(answer),
        expiresAt: tender.deadline ?? now,
      },
      {
        ...common,
        purpose: 'unsubscribe',
        tokenHash: hashToken(unsubscribe),
        expiresAt: after(now, days(UNSUBSCRIBE_DAYS)),
      },
    ],
  };
}

/** The token of a seat's offer, for this reader, until the time to answer is over. */
export async function ensureSeatOfferToken(
  { id }: DeliveryRecord,
  about: About & { invitationId: string; expiresAt: Date },
  { config, now }: ComposeTools,
): Promise<string> {
  const token = derivedToken(config.COBID_SECRET, 'seat-offer', id);
  await ensureMailTokens([{ ...about, purpose: 'invitation', tokenHash: hashToken(token), createdAt: now }]);
  return token;
}
