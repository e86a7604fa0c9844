import { openedBidStates } from '@cobid/domain/bid/policy.ts';
import { paths } from '@cobid/domain/paths.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { bids } from '@cobid/platform/mongo/models/bid.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { awardRecorded } from '../mail/kinds/awardRecorded.ts';
import { bidsOpened } from '../mail/kinds/bidsOpened.ts';
import { tenderCompleted } from '../mail/kinds/tenderCompleted.ts';
import { tenderEnded } from '../mail/kinds/tenderEnded.ts';
import { composed, moot, pageUrl } from './composer.ts';
import type { ComposeTools, Composer } from './composer.ts';
import { memberNames } from './readBid.ts';
import { nameOf, readersOrganisation, readOrganisations, readReader } from './readReader.ts';
import type { ReadBy } from './readReader.ts';
import { tenderInMail } from './tenderInMail.ts';

interface KnownTender {
  tender: TenderRecord;
  readBy: ReadBy;
  organisations: Map<string, OrganisationRecord>;
  /** The bid that was chosen. */
  winner: BidRecord | null;
}

/** The tender of a mail to the client, to the winners, or to an organisation that took part (named by the delivery). */
async function readTender(delivery: DeliveryRecord): Promise<KnownTender | { moot: string }> {
  const { tenderId, coopId, organisationId } = delivery.refs;
  const tender = tenderId === undefined ? null : await tenders.findById(tenderId);
  if (tender === null) return { moot: 'no such tender' };
  const winner = tender.award === null ? null : await bids.findById(tender.award.bidId);
  const concerned = [coopId, organisationId, tender.clientId, ...(winner?.memberIds ?? [])];
  const ids = concerned.filter((id) => id !== undefined && id !== null);
  const [readBy, organisations] = await Promise.all([readReader(delivery, ids), readOrganisations(ids)]);
  return readBy === null
    ? { moot: 'not in the organisation any more' }
    : { tender, readBy, organisations, winner };
}

function tenderFacts({ tender, readBy, organisations }: KnownTender, tools: ComposeTools) {
  return {
    reader: readBy.reader,
    organisation: readersOrganisation(organisations, readBy, tools),
    tender: tenderInMail(tender, nameOf(organisations, tender.clientId, readBy.reader), readBy.reader, tools),
  };
}

export const composeBidsOpened: Composer = async (delivery, tools) => {
  const known = await readTender(delivery);
  if ('moot' in known) return known;
  const { tender } = known;
  if (tender.state !== 'evaluating') return moot(`tender is ${tender.state}`);
  return composed(
    bidsOpened({
      ...tenderFacts(known, tools),
      count: await bids.count({ tenderId: tender.id, state: oneOf(openedBidStates) }),
      bidsUrl: pageUrl(tools, paths.tenderBids(tender.id)),
    }),
  );
};

export const composeAwardRecorded: Composer = async (delivery, tools) => {
  const known = await readTender(delivery);
  if ('moot' in known) return known;
  const { tender, winner, readBy, organisations } = known;
  if (tender.award === null || winner === null) return moot('not decided');
  return composed(
    awardRecorded({
      ...tenderFacts(known, tools),
      lead: nameOf(organisations, winner.leadId, readBy.reader),
      members: memberNames(winner, organisations, readBy.reader),
      reason: tender.award.reason,
      at: tender.award.at,
      others: tender.award.others.length,
    }),
  );
};

export const composeTenderCompleted: Composer = async (delivery, tools) => {
  const known = await readTender(delivery);
  if ('moot' in known) return known;
  const { tender, winner, readBy, organisations } = known;
  if (tender.state !== 'completed' || winner === null) return moot(`tender is ${tender.state}`);
  return composed(
    tenderCompleted({
      ...tenderFacts(known, tools),
      members: memberNames(winner, organisations, readBy.reader),
      isClient: readBy.organisationId === tender.clientId,
      profileUrl: pageUrl(tools, paths.profile()),
    }),
  );
};

export const composeTenderEnded: Composer = async (delivery, tools) => {
  const known = await readTender(delivery);
  if ('moot' in known) return known;
  const { state, closingNote } = known.tender;
  if (state !== 'withdrawn' && state !== 'cancelled' && state !== 'unsuccessful') {
    return moot(`tender is ${state}`);
  }
  return composed(
    tenderEnded({ ...tenderFacts(known, tools), end: state, reason: closingNote?.trim() ?? '' }),
  );
};
