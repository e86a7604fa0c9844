import { paths } from '@cobid/domain/paths.ts';
import { bids } from '@cobid/platform/mongo/models/bid.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { Reader } from '../mail/wording.ts';
import { pageUrl } from './composer.ts';
import type { ComposeTools } from './composer.ts';
import { nameOf, readersOrganisation, readOrganisations, readReader } from './readReader.ts';
import type { ReadBy } from './readReader.ts';
import { tenderInMail } from './tenderInMail.ts';

/** A bid in the eyes of somebody who may bind one of its members. */
export interface KnownBid {
  bid: BidRecord;
  tender: TenderRecord;
  readBy: ReadBy;
  /** The members and the client. */
  organisations: Map<string, OrganisationRecord>;
}

/**
 * The bid that a mail to one of its members is about. Bids are sealed: who is not (or no longer) a member of the
 * consortium gets no mail about it, whoever wanted that mail (domain rules, section 3).
 */
export async function readBid(delivery: DeliveryRecord): Promise<KnownBid | { moot: string }> {
  const { bidId } = delivery.refs;
  const bid = bidId === undefined ? null : await bids.findById(bidId);
  if (bid === null) return { moot: 'no such bid' };
  const [tender, readBy] = await Promise.all([
    tenders.findById(bid.tenderId),
    readReader(delivery, bid.memberIds),
  ]);
  if (tender === null) return { moot: 'no such tender' };
  if (readBy === null) return { moot: 'not in the bid any more' };
  const organisations = await readOrganisations([...bid.memberIds, bid.leadId, tender.clientId]);
  return { bid, tender, readBy, organisations };
}

/** What the mails to a bid's members have in common. */
export function bidFacts({ bid, tender, readBy, organisations }: KnownBid, tools: ComposeTools) {
  return {
    reader: readBy.reader,
    organisation: readersOrganisation(organisations, readBy, tools),
    lead: nameOf(organisations, bid.leadId, readBy.reader),
    tender: tenderInMail(tender, nameOf(organisations, tender.clientId, readBy.reader), readBy.reader, tools),
    bidUrl: pageUrl(tools, paths.bid(bid.id)),
  };
}

/** Names of the co-ops in a bid, the lead's first. */
export function memberNames(
  { leadId, memberIds }: Pick<BidRecord, 'leadId' | 'memberIds'>,
  organisations: ReadonlyMap<string, OrganisationRecord>,
  reader: Reader,
): string[] {
  return [...new Set([leadId, ...memberIds])].map((id) => nameOf(organisations, id, reader));
}
