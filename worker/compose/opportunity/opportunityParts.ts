import { reasonsOf } from '@cobid/domain/opportunity/matchInWords.ts';
import type { Reason } from '@cobid/domain/opportunity/matchInWords.ts';
import { answerToken } from '@cobid/platform/mailLinks/answerLink.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import type { MissingPart, OfferedTender, OpportunityLinks } from '../../mail/kinds/opportunityParts.ts';
import type { ComposeTools } from '../composer.ts';
import { answerLinks, mailLinks, missingParts } from '../offerParts.ts';
import { nameOf } from '../readReader.ts';
import { replyAddress } from '../replyAddress.ts';
import { offeredTender } from '../tenderInMail.ts';
import type { KnownOpportunity } from './readOpportunities.ts';

/** What every mail that tells of one tender says. */
export function commonParts(
  { delivery, tender, coopId, readBy: { reader }, organisations }: KnownOpportunity,
  tools: ComposeTools,
): { coop: string; tender: OfferedTender; links: OpportunityLinks } {
  const about = { deliveryId: delivery.id, tenderId: tender.id, coopId };
  return {
    coop: nameOf(organisations, coopId, reader),
    tender: offeredTender(tender, nameOf(organisations, tender.clientId, reader), reader, tools),
    links: {
      answers: answerLinks(answerToken(tools.config.COBID_SECRET, about), tools),
      replyTo: replyAddress(delivery.id, 0, tools),
      ...mailLinks(delivery.id, tools),
    },
  };
}

/** Why it fits, and what is missing. */
export function matchParts(
  { tender, readBy, organisations }: KnownOpportunity,
  match: MatchRecord,
): { why: Reason[]; missing: MissingPart[]; freeDays: number } {
  return {
    why: reasonsOf(match.terms),
    missing: missingParts(match, tender.content, (id) => nameOf(organisations, id, readBy.reader)),
    freeDays: match.freeDays,
  };
}
