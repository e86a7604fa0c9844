import { reasonsOf } from '@cobid/domain/opportunity/matchInWords.ts';
import { seatDays } from '@cobid/domain/bid/members.ts';
import { latestTerms } from '@cobid/domain/invitation/moves.ts';
import { paths } from '@cobid/domain/paths.ts';
import { answerToken } from '@cobid/platform/mailLinks/answerLink.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { markShown } from '@cobid/platform/mongo/models/exposure.ts';
import { markTold } from '@cobid/platform/mongo/models/telling.ts';
import type { TellingRecord } from '@cobid/platform/mongo/models/telling.ts';
import { tenderSubject } from '@cobid/platform/telling/factsOfTender.ts';
import type { MailContent } from '../../mail/content.ts';
import { digest } from '../../mail/kinds/digest.ts';
import type { BidInDigest, DigestItemInMail, SeatInDigest } from '../../mail/kinds/digest.ts';
import { pageUrl } from '../composer.ts';
import type { ComposeTools } from '../composer.ts';
import { answerLinks, mailLinks, missingParts } from '../offerParts.ts';
import { nameOf, readerOf, readOrganisations } from '../readReader.ts';
import { replyAddress } from '../replyAddress.ts';
import { offeredTender, tenderInMail } from '../tenderInMail.ts';
import type { DigestPlan } from './composeDigests.ts';
import { callFacts, callSubject } from './partnerCandidates.ts';
import { partnersInMail } from './partnersInMail.ts';
import type { Work } from './readWork.ts';
import type { KnownCandidate } from './tenderCandidates.ts';

type Organisations = ReadonlyMap<string, OrganisationRecord>;

/** Writes planned digests, by delivery, after recording what they tell. */
export async function writeDigests(
  plans: readonly DigestPlan[],
  work: Work,
  tools: ComposeTools,
): Promise<Map<string, MailContent>> {
  if (plans.length === 0) return new Map();
  const [organisations] = await Promise.all([
    readOrganisations(namedIn(plans, work)),
    markTold(plans.map((plan) => toldBy(plan, tools.now)).filter(({ items }) => items.length > 0)),
    countAsShown(plans, tools.now),
  ]);
  return new Map(plans.map((plan) => [plan.reader.delivery.id, write(plan, work, organisations, tools)]));
}

/** Counts for the order of later mails (see jobs/orderHearers.ts). */
async function countAsShown(plans: readonly DigestPlan[], now: Date): Promise<void> {
  const shownTo = new Map<string, string[]>();
  for (const { candidate } of plans.flatMap(({ items }) => items)) {
    if (candidate.about !== 'tender') continue;
    shownTo.set(candidate.tenderId, [...(shownTo.get(candidate.tenderId) ?? []), candidate.coopId]);
  }
  await Promise.all([...shownTo].map(([tenderId, coopIds]) => markShown(tenderId, coopIds, now)));
}

function toldBy({ reader, items }: DigestPlan, at: Date): TellingRecord {
  const told = items.flatMap(({ candidate }) =>
    candidate.about === 'tender'
      ? [{ subject: tenderSubject(candidate.tenderId), facts: candidate.facts }]
      : candidate.calls.map((call) => ({ subject: callSubject(call), facts: callFacts(call) })),
  );
  return { id: reader.delivery.id, personId: reader.person.id, items: told, at };
}

function namedIn(plans: readonly DigestPlan[], work: Work): (string | null)[] {
  const ids = new Set<string | null>([...work.open.values()].map(({ tender }) => tender.clientId));
  for (const { reader, items, own } of plans) {
    for (const id of reader.organisationIds) ids.add(id);
    for (const { leadId } of own.seats) ids.add(leadId);
    for (const { candidate } of items) {
      for (const { coopId } of [...candidate.match.completers, ...candidate.calls]) ids.add(coopId);
    }
  }
  return [...ids];
}

function write(
  { reader: known, items, more, own }: DigestPlan,
  work: Work,
  organisations: Organisations,
  tools: ComposeTools,
): MailContent {
  const reader = readerOf(known.person);
  const nameIs = (id: string | null) => nameOf(organisations, id, reader);
  const inMail = (tenderId: string) => {
    const tender = work.open.get(tenderId)?.tender;
    return tender === undefined ? [] : [tenderInMail(tender, nameIs(tender.clientId), reader, tools)];
  };
  const { id: deliveryId } = known.delivery;
  const tokenOf = ({ tenderId, coopId }: KnownCandidate) =>
    answerToken(tools.config.COBID_SECRET, { deliveryId, tenderId, coopId });
  const named = ({ tender, coopId }: KnownCandidate, at: number) => ({
    tender: offeredTender(tender, nameIs(tender.clientId), reader, tools),
    coop: nameIs(coopId),
    replyTo: replyAddress(deliveryId, at + 1, tools),
  });
  return digest({
    reader,
    coops: known.organisationIds
      .filter((id) => organisations.get(id)?.isCoop === true && !known.settings.silentCoopIds.includes(id))
      .map(nameIs),
    settings: known.settings,
    items: items.flatMap(({ section, candidate }, at): DigestItemInMail[] =>
      section === 'partners'
        ? []
        : [
            {
              section,
              ...named(candidate, at),
              why: reasonsOf(candidate.match.terms),
              missing: missingParts(candidate.match, candidate.tender.content, nameIs),
              freeDays: candidate.match.freeDays,
              answers: answerLinks(tokenOf(candidate), tools),
            },
          ],
    ),
    partners: items.flatMap(({ section, candidate }, at) => {
      if (section !== 'partners') return [];
      const isIn = known.organisationIds.some((id) => work.answerOf(id, candidate.tenderId) !== null);
      const token = isIn ? null : tokenOf(candidate);
      return [partnersInMail(candidate, named(candidate, at), token, nameIs, tools)];
    }),
    more,
    opportunitiesUrl: pageUrl(tools, paths.opportunities()),
    seats: own.seats.flatMap(({ id, leadId, tenderId, replyBy, terms }) =>
      inMail(tenderId).map((tender): SeatInDigest => ({
        lead: nameIs(leadId),
        tender,
        days: seatDays(latestTerms({ terms }) ?? { parts: [] }),
        replyBy,
        url: pageUrl(tools, paths.invitation(id)),
      })),
    ),
    bids: own.bids.flatMap(({ id, tenderId, state }) =>
      inMail(tenderId).map((tender): BidInDigest => ({ tender, state, url: pageUrl(tools, paths.bid(id)) })),
    ),
    links: mailLinks(deliveryId, tools),
  });
}
