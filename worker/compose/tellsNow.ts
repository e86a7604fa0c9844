import { coversAllMusts } from '@cobid/domain/mail/coversAllMusts.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import { whenToTell } from '@cobid/domain/mail/whenToTell.ts';
import type { WhyDigest, WhyNever, WhyNow } from '@cobid/domain/mail/whenToTell.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { mailSettingsOf } from '@cobid/platform/mongo/models/mailSettings.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { markTold, toldFacts } from '@cobid/platform/mongo/models/told.ts';
import { factsOfTender, tenderSubject } from '@cobid/platform/telling/factsOfTender.ts';
import { instantMails } from '@cobid/platform/telling/instantMails.ts';

interface Offer {
  tender: TenderRecord;
  match: MatchRecord;
  person: PersonRecord;
}

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
 * Decides anew, when its mail is about to be written, whether a tender is told at once, as settings and facts may have
 * changed since it was wanted; and records that it is told.
 */
export async function tellsNow(delivery: DeliveryRecord, offer: Offer, now: Date): Promise<TellsNow> {
  const { tender, match, person } = offer;
  const subject = tenderSubject(tender.id);
  const network = await mainNetwork();
  const [settingsOf, toldOf, instantOf] = await Promise.all([
    mailSettingsOf([person.id], network.id),
    toldFacts([person.id], [subject], [delivery.id]),
    instantMails([person.id], now, delivery),
  ]);
  const settings = settingsOf(person.id);
  const facts = factsOfTender(tender);
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
      toldFacts: toldOf(person.id, subject),
      hasAnswered: false,
      hearsForAnother: false,
      instantThisWeek: instantOf(person.id),
    },
    now,
  );
  if (telling.when !== 'now') return { moot: reasons[telling.because] };
  if (telling.at > now) return { notBefore: telling.at };
  await markTold([{ personId: person.id, subject, facts, deliveryId: delivery.id, at: now }]);
  return { settings, because: telling.because };
}
