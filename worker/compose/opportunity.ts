import { paths } from '@cobid/domain/paths.ts';
import type { Answer, MatchTerm } from '@cobid/domain/opportunity/schema.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
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
import { composed, moot, pageUrl } from './composer.ts';
import type { ComposeTools, Composer } from './composer.ts';
import { ensureOpportunityTokens } from './mailTokens.ts';
import { nameOf, readOrganisations, readReader } from './readReader.ts';
import type { ReadBy } from './readReader.ts';
import { offeredTender, requirementInMail } from './tenderInMail.ts';

/** How many reasons a mail gives (domain rules, section 5). */
const MOST_REASONS = 2;
/** More names than these nobody reads. */
const MOST_COMPLETERS = 3;

export const composeOpportunity: Composer = async (delivery, tools) => {
  const known = await readOpportunity(delivery, tools);
  if ('moot' in known) return known;
  const { tender, coopId, readBy, match, organisations } = known;
  if (match?.isEligible !== true) return moot('not matched any more');
  const notification = organisations.get(coopId)?.profile?.notification ?? 'every';
  if (notification === 'none') return moot('switched off');
  const { reader } = readBy;
  const offered = offeredTender(tender, nameOf(organisations, tender.clientId, reader), reader, tools);
  return composed(
    opportunity({
      reader,
      coop: nameOf(organisations, coopId, reader),
      tender: offered,
      why: reasonsOf(match, tender.content),
      missing: missingOf(known, match),
      freeDays: match.freeDays,
      setting: notification,
      links: await linksFor(known, delivery, tools),
    }),
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
      match:
        match?.isEligible === true
          ? {
              why: reasonsOf(match, tender.content),
              missing: missingOf(known, match),
              freeDays: match.freeDays,
            }
          : null,
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

/** The strongest terms that say something of the co-op: where a tender names no sector, everybody knows it. */
function reasonsOf({ terms }: MatchRecord, content: TenderContent): string[] {
  const saysSomething = ({ key }: MatchTerm) =>
    (key !== 'sector' || content.sector !== null) &&
    (key !== 'language' || content.languages.length > 0) &&
    (key !== 'values' || content.values.length > 0);
  return terms
    .filter((term) => term.value > 0 && saysSomething(term))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, MOST_REASONS)
    .map(({ evidence }) => evidence);
}

function missingOf(
  { tender, readBy, organisations }: KnownOpportunity,
  { missing, completers }: MatchRecord,
): MissingPart[] {
  return tender.content.requirements
    .filter(({ id }) => missing.includes(id))
    .map((requirement) => ({
      requirement: requirementInMail(requirement, requirement.days),
      isMust: requirement.priority === 'must',
      completers: completers
        .filter(({ requirementIds }) => requirementIds.includes(requirement.id))
        .slice(0, MOST_COMPLETERS)
        .map(({ coopId }) => nameOf(organisations, coopId, readBy.reader)),
    }));
}

async function linksFor(
  { tender, coopId, readBy }: KnownOpportunity,
  delivery: DeliveryRecord,
  tools: ComposeTools,
): Promise<OpportunityLinks> {
  const about = { personId: readBy.person.id, coopId, tenderId: tender.id };
  const tokens = await ensureOpportunityTokens(delivery, about, tender.deadline ?? tools.now, tools);
  const answer = (given: Answer) => pageUrl(tools, paths.answer(tokens.answer, given));
  return {
    answers: {
      yes: answer('yes'),
      yes_if: answer('yes_if'),
      not_now: answer('not_now'),
      pass_to: answer('pass_to'),
      no: answer('no'),
    },
    settings: `${pageUrl(tools, paths.profile())}#mail`,
    pause: `${pageUrl(tools, paths.profile())}#mail`,
    unsubscribe: pageUrl(tools, paths.unsubscribe(tokens.unsubscribe)),
    oneClick: {
      url: pageUrl(tools, `/api/unsubscribe/${tokens.unsubscribe}`),
      token: tokens.unsubscribe,
    },
  };
}
