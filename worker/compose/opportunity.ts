import type { Reason } from '@cobid/domain/opportunity/matchInWords.ts';
import { reasonsOf } from '@cobid/domain/opportunity/matchInWords.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { opportunity } from '../mail/kinds/opportunity.ts';
import { opportunityPassedOn } from '../mail/kinds/opportunityPassedOn.ts';
import type { MissingPart, OpportunityLinks } from '../mail/kinds/opportunityParts.ts';
import { composed, moot } from './composer.ts';
import type { ComposeTools, Composer } from './composer.ts';
import { ensureOpportunityTokens } from './mailTokens.ts';
import { answerLinks, mailLinks, missingParts } from './offerParts.ts';
import { nameOf, readOrganisations, readReader } from './readReader.ts';
import type { ReadBy } from './readReader.ts';
import { tellsNow } from './tellsNow.ts';
import { offeredTender } from './tenderInMail.ts';

export const composeOpportunity: Composer = async (delivery, tools) => {
  const known = await readOpportunity(delivery, tools);
  if ('moot' in known) return known;
  const { tender, coopId, readBy, match, organisations } = known;
  if (match?.isEligible !== true) return moot('not matched any more');
  const told = await tellsNow(delivery, { tender, match, person: readBy.person }, tools.now);
  if (!('because' in told)) return told;
  const { reader } = readBy;
  const offered = offeredTender(tender, nameOf(organisations, tender.clientId, reader), reader, tools);
  return composed(
    opportunity({
      reader,
      coop: nameOf(organisations, coopId, reader),
      tender: offered,
      ...matchInMail(known, match),
      ...told,
      links: await linksFor(known, delivery, tools),
    }),
    { setting: told.settings.frequency },
  );
};

export const composeOpportunityPassedOn: Composer = async (delivery, tools) => {
  const known = await readOpportunity(delivery, tools);
  if ('moot' in known) return known;
  const { tender, coopId, readBy, match, organisations } = known;
  const passed = await responses.findOne(
    { tenderId: tender.id, passedTo: coopId, answer: 'pass_to' },
    { sort: { at: -1 } },
  );
  if (passed === null) return moot('taken back');
  const { reader } = readBy;
  const passer = await readOrganisations([passed.coopId]);
  return composed(
    opportunityPassedOn({
      reader,
      coop: nameOf(organisations, coopId, reader),
      passedOnBy: nameOf(passer, passed.coopId, reader),
      note: passed.note,
      tender: offeredTender(tender, nameOf(organisations, tender.clientId, reader), reader, tools),
      match: match?.isEligible === true ? matchInMail(known, match) : null,
      links: await linksFor(known, delivery, tools),
    }),
  );
};

/** A tender in the eyes of one co-op and one of its people. */
interface KnownOpportunity {
  tender: TenderRecord;
  coopId: string;
  readBy: ReadBy;
  match: MatchRecord | null;
  /** The co-op, the client, and those who could complete it. */
  organisations: Map<string, OrganisationRecord>;
}

/** Five small reads, and one more for the names: a tender's mails go out by the hundred. */
async function readOpportunity(
  delivery: DeliveryRecord,
  { now }: ComposeTools,
): Promise<KnownOpportunity | { moot: string }> {
  const { tenderId, coopId } = delivery.refs;
  if (tenderId === undefined || coopId === undefined) return { moot: 'names no tender or co-op' };
  const [tender, readBy, match, response] = await Promise.all([
    tenders.findById(tenderId),
    readReader(delivery, [coopId]),
    matches.findOne({ tenderId, coopId }),
    responses.findOne({ tenderId, coopId }),
  ]);
  if (tender === null || tenderStateAt(tender, now) !== 'open') return { moot: 'not open any more' };
  if (response !== null) return { moot: 'answered' };
  if (readBy === null) return { moot: 'may not answer for the co-op any more' };
  const completers = match?.completers.map((completer) => completer.coopId) ?? [];
  const organisations = await readOrganisations([coopId, tender.clientId, ...completers]);
  return { tender, coopId, readBy, match, organisations };
}

function matchInMail(
  { tender, readBy, organisations }: KnownOpportunity,
  match: MatchRecord,
): { why: Reason[]; missing: MissingPart[]; freeDays: number } {
  const { content } = tender;
  return {
    why: reasonsOf(match.terms),
    missing: missingParts(match, content, (id) => nameOf(organisations, id, readBy.reader)),
    freeDays: match.freeDays,
  };
}

async function linksFor(
  { tender, coopId, readBy }: KnownOpportunity,
  delivery: DeliveryRecord,
  tools: ComposeTools,
): Promise<OpportunityLinks> {
  const about = { personId: readBy.person.id, coopId, tenderId: tender.id };
  const tokens = await ensureOpportunityTokens(delivery, about, tender.deadline ?? tools.now, tools);
  return { answers: answerLinks(tokens.answer, tools), ...mailLinks(tokens.unsubscribe, tools) };
}
