import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import type { DigestSection } from '@cobid/domain/mail/digestItems.ts';
import type { Frequency, MailSettings } from '@cobid/domain/mail/settings.ts';
import { placeOf } from '@cobid/domain/mail/settingInWords.ts';
import { weekdayNames } from '@cobid/domain/mail/weekdays.ts';
import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import { general } from './general.ts';

const { count } = general.formats;
const titles: Record<Frequency, string> = {
  instant: 'What had to wait this week',
  daily: 'What is new today',
  weekly: 'What is new this week',
  off: 'What is new',
};
const sections: Record<DigestSection, string> = {
  closing: 'Closing within a week',
  new: 'New',
  changed: 'Changed since you heard of it',
  partners: 'People looking for partners',
};
const answers: Record<Answer, string> = {
  yes: 'Yes',
  yes_if: 'Yes, if …',
  not_now: 'Not now',
  pass_to: 'Pass it on',
  no: 'No',
};
const bidStates: Partial<Record<BidState, string>> = {
  forming: 'the consortium is forming',
  drafting: 'being written, not submitted yet',
  signing: 'waiting for signatures',
  needs_reconfirm: 'has to be confirmed again, as the tender has changed',
  submitted: 'submitted',
};

/** How often somebody hears of tenders, for the end of a sentence. */
function cadence({ frequency, weekday, hour, mostInstantAWeek }: MailSettings, zone: string): string {
  const time = `${hour}:00 (${placeOf(zone)})`;
  const weekly = `${weekdayNames[weekday - 1]} at ${time}`;
  switch (frequency) {
    case 'off':
      return 'no mails';
    case 'daily':
      return `once a day at ${time}`;
    case 'weekly':
      return `once a week, on ${weekly}`;
    case 'instant':
      return `at once, ${mostInstantAWeek} times a week at most, and the rest on ${weekly}`;
  }
}

/** The regular mail with several tenders, and why somebody hears of one at once. */
export const digests = {
  digest: {
    subject: (tenders: number, partners: number, seats: number, bids: number) => {
      const parts = [
        ...(tenders > 0 ? [`${count(tenders, 'tender', 'tenders')} for you`] : []),
        ...(partners > 0 ? [`${count(partners, 'co-op looks', 'co-ops look')} for partners`] : []),
        ...(seats > 0 ? [`${count(seats, 'seat', 'seats')} to answer`] : []),
        ...(bids > 0 && tenders + partners + seats === 0 ? [`${count(bids, 'bid', 'bids')} of yours`] : []),
      ];
      return general.formats.list(parts);
    },
    previewOwn: 'What you are in the middle of.',
    title: (frequency: Frequency) => titles[frequency],
    sections,
    posted: (client: string) => `Posted by ${client}.`,
    postedFor: (client: string, coop: string) => `Posted by ${client}; fits ${coop}.`,
    missing: (requirement: string) => `Missing: ${requirement}`,
    answers,
    more: (number: number) =>
      `There ${number === 1 ? 'is' : 'are'} ${number} more that you have not heard of; they come next time.`,
    partnersIntro:
      'These co-ops want to do a tender together with others, and asked us to tell those who could help. It says nothing about bids.',
    looksFor: (coop: string, parts: readonly string[]) =>
      `${coop} looks for partners. You could do: ${parts.join('; ')}.`,
    yesWithPartners: 'Yes, and we look for partners, too',
    bringTogether: (coop: string) => `Put a consortium together with ${coop}`,
    seeAll: 'See all of them now',
    seats: 'Seats offered to you',
    seat: (lead: string, title: string, days: number, until: string) =>
      `${lead} offers you ${general.days(days)} in a joint bid for “${title}”. Please answer by ${until}.`,
    answerSeat: (title: string) => `Look at the seat in “${title}”`,
    bids: 'Your bids',
    bid: (title: string, state: string, deadline: string) => `“${title}”: ${state}. Deadline ${deadline}.`,
    bidStates,
    openBid: (title: string) => `Open the bid for “${title}”`,
    why: (coops: string, settings: MailSettings, zone: string) =>
      `You get this mail because you can answer for ${coops}, and your setting is: ${cadence(settings, zone)}.`,
  },
  atOnce: {
    all_musts: (coop: string, settings: MailSettings, zone: string) =>
      `You get this mail because you can answer for ${coop}, ${coop} covers every must, and your setting is: ${cadence(settings, zone)}.`,
    closes_soon: (coop: string, settings: MailSettings, zone: string) =>
      `You get this mail because you can answer for ${coop}, the tender closes within 72 hours, and your setting is: ${cadence(settings, zone)}${settings.isUrgentWelcome ? ', with urgent ones at any hour' : ''}.`,
  },
};
