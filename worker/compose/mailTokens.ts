import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { ensureMailTokens } from '@cobid/platform/mongo/models/mailToken.ts';
import type { NewMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import type { ComposeTools } from './composer.ts';
import { unsubscribeToken } from './unsubscribeToken.ts';

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
  tools: ComposeTools,
): OpportunityTokens {
  const answer = derivedToken(tools.config.COBID_SECRET, 'opportunity', id);
  const unsubscribe = unsubscribeToken(id, { personId }, tools);
  return {
    answer,
    unsubscribe: unsubscribe.token,
    records: [
      {
        personId,
        coopId,
        tenderId: tender.id,
        invitationId: null,
        createdAt: tools.now,
        purpose: 'opportunity',
        tokenHash: hashToken(answer),
        expiresAt: tender.deadline ?? tools.now,
      },
      unsubscribe.record,
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
