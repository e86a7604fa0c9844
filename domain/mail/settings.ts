import { z } from 'zod';
import { id, version } from '../ids.ts';
import { organisationRef } from '../organisation/schema.ts';
import { day, instant } from '../time.ts';
import { mailKinds } from './kinds.ts';
import { hasSwitch } from './rules.ts';

/** How often somebody wants to hear of tenders. */
export const frequencies = ['instant', 'daily', 'weekly', 'off'] as const;
export type Frequency = (typeof frequencies)[number];

/** ISO 8601: 1 is Monday, 7 is Sunday. */
const weekday = z.int().min(1, 'is 1 (Monday) to 7 (Sunday)').max(7, 'is 1 (Monday) to 7 (Sunday)');
const hour = z.int().min(0, 'is an hour from 0 to 23').max(23, 'is an hour from 0 to 23');

/** First and last day, both inclusive, in the reader's zone. */
export const dayRange = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'has to be on or after the first day.' });

export type DayRange = z.infer<typeof dayRange>;

const fields = {
  frequency: z.enum(frequencies),
  /** Of which tenders: every one that the co-op covers a part of, or only those whose musts it all covers. */
  scope: z.enum(['every', 'all_musts']),
  /** Day of the weekly mail; people who hear at once get what had to wait on this day. */
  weekday,
  /** Hour of the digest on the reader's clock. */
  hour,
  /** First day on which mails about tenders come again. */
  pausedUntil: day.nullable(),
  holidays: z.array(dayRange).max(40),
  mostInstantAWeek: z.int().min(0).max(50),
  mostItems: z.int().min(1).max(20),
  /** Mails that can wait come on these days, from the one hour (inclusive) to the other (exclusive). */
  deliveryDays: z.array(weekday).min(1, 'needs at least one day').max(7),
  deliveryFrom: hour,
  deliveryTo: z.int().min(1, 'is an hour from 1 to 24').max(24, 'is an hour from 1 to 24'),
  /** Whether a tender that closes within 72 hours, and before the next digest, comes at once at any hour. */
  isUrgentWelcome: z.boolean(),
  switchedOff: z
    .array(z.enum(mailKinds).refine(hasSwitch, 'is a mail that has no switch of its own'))
    .max(mailKinds.length),
  /** Co-ops for which the person does not want to hear of tenders. */
  silentCoopIds: z.array(id).max(100),
};

/** What somebody wants to get from one network by mail (domain rules, section 5). */
export const mailSettings = z.strictObject(fields);
export type MailSettings = z.infer<typeof mailSettings>;

/** What somebody gets who has never said what they want. */
export const usualSettings: MailSettings = {
  frequency: 'weekly',
  scope: 'every',
  weekday: 2,
  hour: 9,
  pausedUntil: null,
  holidays: [],
  mostInstantAWeek: 2,
  mostItems: 5,
  deliveryDays: [1, 2, 3, 4, 5],
  deliveryFrom: 8,
  deliveryTo: 18,
  isUrgentWelcome: false,
  switchedOff: [],
  silentCoopIds: [],
};

/** What autosave sends: any of the fields, and the version they were made on. */
export const mailSettingsChange = z.strictObject(fields).partial().extend({ version });
export type MailSettingsChange = z.infer<typeof mailSettingsChange>;

/** What stands before all settings: mails to the address stopped because of this. The first that holds counts. */
export const mailStops = ['complaint', 'came_back', 'stopped_all', 'unsubscribed'] as const;

/** A person's settings as they see them, with what counts now in plain words. */
export const mailSettingsView = mailSettings.extend({
  version: z.int(),
  zone: z.string(),
  /** The effective setting in one or two sentences. */
  sentence: z.string(),
  nextDigestAt: instant.nullable(),
  /** Why nothing about tenders comes, whatever the settings say; null where they count. */
  stop: z.enum(mailStops).nullable(),
  /** Co-ops for which the person may answer, and so hears of tenders. */
  coops: z.array(organisationRef),
});
export type MailSettingsView = z.infer<typeof mailSettingsView>;

/** A mail to a person, as their page lists it. */
export const ownMailView = z.object({
  id,
  /** What kind of mail it is, as people call it. */
  name: z.string(),
  /** Title of the tender that it is about; null where it is about none, or about several. */
  about: z.string().nullable(),
  state: z.enum(['sent', 'on_its_way', 'waits', 'not_sent']),
  /** When it was sent; until when it waits; or when there was a reason to write it. */
  at: instant,
  /** Why they got it, or why it was not sent; null where it is on its way. */
  why: z.string().nullable(),
});
export type OwnMailView = z.infer<typeof ownMailView>;
