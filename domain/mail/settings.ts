import { z } from 'zod';
import { id } from '../ids.ts';
import { day } from '../time.ts';
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
