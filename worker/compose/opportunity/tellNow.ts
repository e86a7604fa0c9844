import { coversAllMusts } from '@cobid/domain/mail/coversAllMusts.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import { whenToTell } from '@cobid/domain/mail/whenToTell.ts';
import type { WhyDigest, WhyNever, WhyNow } from '@cobid/domain/mail/whenToTell.ts';
import { mailSettingsOf } from '@cobid/platform/mongo/models/mailSettings.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { markTold, toldFacts } from '@cobid/platform/mongo/models/telling.ts';
import type { TellingRecord } from '@cobid/platform/mongo/models/telling.ts';
import { factsOfTender, tenderSubject } from '@cobid/platform/telling/factsOfTender.ts';
import { instantMails } from '@cobid/platform/telling/instantMails.ts';
import type { FittingOpportunity } from './composeOpportunities.ts';

type TellsNow = { settings: MailSettings; because: WhyNow } | { notBefore: Date } | { moot: string };

/** Why a mail that was wanted is not sent after all. */
const reasons: Record<WhyDigest | WhyNever, string> = {
  frequency: 'it comes in the digest, as they chose meanwhile',
  not_urgent: 'it comes in the digest',
  cap: 'it comes in the digest, as enough mails came at once this week',
  away: 'it comes after the pause',
  answered: 'answered',
  closed: 'not open any more',
  off: 'switched off',
  scope: 'they hear only of tenders whose musts they cover',
  silent_coop: 'they do not want to hear for this co-op',
  other_coop: 'they heard of it for another co-op',
  told: 'they heard of it already',
  closes_first: 'it closes in the quiet hours',
};

/**
 * Decides anew, when their mails are about to be written, whether tenders are told at once, as settings and facts may
 * have changed since the mails were wanted; and records what is told. Four reads and a write, however many there are.
 */
export async function tellNow(
  offers: readonly FittingOpportunity[],
  now: Date,
): Promise<Map<string, TellsNow>> {
  const decided = new Map<string, TellsNow>();
  if (offers.length === 0) return decided;
  const personIds = [...new Set(offers.map(({ readBy }) => readBy.person.id))];
  const subjects = [...new Set(offers.map(({ tender }) => tenderSubject(tender.id)))];
  const network = await mainNetwork();
  const [settingsOf, toldOf, instantOf] = await Promise.all([
    mailSettingsOf(personIds, network.id),
    toldFacts(personIds, subjects),
    instantMails(personIds, now),
  ]);
  const tellings: TellingRecord[] = [];
  const toldHere = new Map<string, string>();
  const factsOf = factsOnce();
  for (const offer of offers) {
    const { id } = offer.delivery;
    const { id: personId } = offer.readBy.person;
    const facts = factsOf(offer.tender);
    const subject = tenderSubject(offer.tender.id);
    const place = `${personId} ${subject}`;
    const told = toldHere.get(place) ?? toldOf(personId, subject, id);
    const settings = settingsOf(personId);
    const instant = instantOf(personId, offer.delivery);
    const decision = decide(offer, { settings, told, instant, facts }, now);
    decided.set(id, decision);
    if (!('because' in decision)) continue;
    toldHere.set(place, facts);
    tellings.push({ id, personId, items: [{ subject, facts }], at: now });
  }
  await markTold(tellings);
  return decided;
}

/** The same tender stands in many offers. */
function factsOnce(): (tender: TenderRecord) => string {
  const known = new Map<TenderRecord, string>();
  return (tender) => {
    const facts = known.get(tender) ?? factsOfTender(tender);
    known.set(tender, facts);
    return facts;
  };
}

function decide(
  { tender, match, readBy: { person } }: FittingOpportunity,
  known: { settings: MailSettings; told: string | null; instant: number; facts: string },
  now: Date,
): TellsNow {
  const { settings, told, instant, facts } = known;
  const telling = whenToTell(
    {
      coopId: match.coopId,
      deadline: tender.deadline ?? now,
      coversAllMusts: coversAllMusts(match, tender.content),
      facts,
    },
    {
      settings,
      zone: person.zone,
      toldFacts: told,
      hasAnswered: false,
      hearsForAnother: false,
      instantThisWeek: instant,
    },
    now,
  );
  if (telling.when !== 'now') return { moot: reasons[telling.because] };
  if (telling.at > now) return { notBefore: telling.at };
  return { settings, because: telling.because };
}
