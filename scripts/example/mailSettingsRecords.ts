import { nextDigest } from '@cobid/domain/mail/nextDigest.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import type { MailSettingsRecord } from '@cobid/platform/mongo/models/mailSettings.ts';
import type { MembershipRecord } from '@cobid/platform/mongo/models/membership.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import { exampleAccounts } from './accounts.ts';
import { exampleId } from './exampleId.ts';

/** Those who try the example look at any hour, and want to see what comes. */
const anyHour = {
  deliveryDays: [1, 2, 3, 4, 5, 6, 7],
  deliveryFrom: 0,
  deliveryTo: 24,
} satisfies Partial<MailSettings>;
const atOnce: MailSettings = { ...usualSettings, ...anyHour, frequency: 'instant', mostInstantAWeek: 20 };

/** How the others hear of tenders: most once a week, as people do who never look at their settings. */
const habits: readonly Partial<MailSettings>[] = [
  {},
  {},
  { weekday: 1, hour: 8 },
  { frequency: 'daily', hour: 10 },
  { frequency: 'instant' },
  { frequency: 'instant', isUrgentWelcome: true, mostInstantAWeek: 3 },
];

interface Members {
  people: readonly PersonRecord[];
  memberships: readonly MembershipRecord[];
  /** What the people of a co-op want, where the example says so. */
  mail: Partial<MailSettings> | undefined;
}

/**
 * Mail settings of everybody who may answer for a co-op. Of those who can sign in to the example one has a digest that
 * is due at once; the others hear of what is urgent or fits wholly at once.
 */
export function mailSettingsRecordsOf(
  organisations: readonly Members[],
  networkId: string,
  digestReader: string,
  now: Date,
): MailSettingsRecord[] {
  const shown = new Set(exampleAccounts.map(({ email }) => email));
  const binders = organisations.flatMap(({ people, memberships, mail }) =>
    people.flatMap((person) => {
      const role = memberships.find(({ personId }) => personId === person.id)?.role;
      // Of each organisation one has no quiet hours, so that the example answers at night, too.
      const hours = role === 'steward' ? anyHour : {};
      return role === 'steward' || role === 'bidder' ? [{ person, mail: { ...hours, ...mail } }] : [];
    }),
  );
  return binders.map(({ person, mail }, place) => {
    const { id, email, zone } = person;
    const habit = { ...usualSettings, ...habits[place % habits.length], ...mail };
    const daily: MailSettings = { ...usualSettings, ...anyHour, frequency: 'daily' };
    const isDigestReader = email === digestReader;
    const settings = isDigestReader ? daily : shown.has(email) ? atOnce : habit;
    return {
      id: exampleId('mail-settings', id),
      personId: id,
      networkId,
      settings,
      version: 1,
      nextDigestAt: isDigestReader ? now : nextDigest(settings, zone, now),
    };
  });
}
