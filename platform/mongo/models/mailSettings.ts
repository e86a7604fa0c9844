import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { nextDigest } from '@cobid/domain/mail/nextDigest.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import { collection } from '../collection.ts';
import { not, oneOf, upTo } from '../filter.ts';
import { momentOrNull, number, text, whole } from '../types.ts';
import type { PersonRecord } from './person.ts';

/** What a person wants to get from a network by mail, and when their next digest is due. */
export interface MailSettingsRecord {
  id: string;
  personId: string;
  networkId: string;
  settings: MailSettings;
  /** Counts the changes that the person made; 1 where they have made none. */
  version: number;
  /** Null where they want no digest. */
  nextDigestAt: Date | null;
}

export const mailSettings = collection<MailSettingsRecord>(
  'mailSettings',
  { personId: text, networkId: text, settings: whole, version: number, nextDigestAt: momentOrNull },
  [{ keys: { personId: 1, networkId: 1 }, unique: true }, { keys: { nextDigestAt: 1 } }],
);

/** The settings of people in a network; who has never said anything gets the usual ones. */
export async function mailSettingsOf(
  personIds: readonly string[],
  networkId: string,
): Promise<(personId: string) => MailSettings> {
  const found = await mailSettings.find({ personId: oneOf(personIds), networkId });
  const byPerson = new Map(found.map(({ personId, settings }) => [personId, settings]));
  return (personId) => byPerson.get(personId) ?? usualSettings;
}

/** Makes sure that people who may hear of tenders have a next digest; those who have settings keep them. */
export async function ensureMailSettings(
  people: readonly Pick<PersonRecord, 'id' | 'zone'>[],
  networkId: string,
  now: Date,
): Promise<void> {
  await mailSettings.insertNew(
    people.map(({ id, zone }) => ({
      personId: id,
      networkId,
      settings: usualSettings,
      version: 1,
      nextDigestAt: nextDigest(usualSettings, zone, now),
    })),
  );
}

/** Switches off one kind of mail for a person, who may never have said anything before. Safe to repeat. */
export async function switchOff(
  person: Pick<PersonRecord, 'id' | 'zone'>,
  networkId: string,
  kind: MailKind,
  now: Date,
): Promise<void> {
  await ensureMailSettings([person], networkId, now);
  await mailSettings.change(
    { personId: person.id, networkId, 'settings.switchedOff': not(kind) },
    { addToSet: { 'settings.switchedOff': kind }, inc: { version: 1 } },
  );
}

/** Lets a kind of mail come again that somebody had switched off. */
export async function switchOn(personId: string, networkId: string, kind: MailKind): Promise<void> {
  await mailSettings.change(
    { personId, networkId, 'settings.switchedOff': kind },
    { pull: { 'settings.switchedOff': kind }, inc: { version: 1 } },
  );
}

/** Settings of people whose digest is due, the longest waiting first. */
export function dueDigests(now: Date, limit: number): Promise<MailSettingsRecord[]> {
  return mailSettings.find({ nextDigestAt: upTo(now) }, { sort: { nextDigestAt: 1 }, limit });
}

/** Moves digests on that were wanted; who changed their settings in between has another time already. */
export async function moveDigests(
  moves: readonly { id: string; from: Date | null; to: Date | null }[],
): Promise<void> {
  await mailSettings.changeEach(
    moves.map(({ id, from, to }) => ({
      filter: { id, nextDigestAt: from },
      change: { set: { nextDigestAt: to } },
    })),
  );
}

/** Works out anew when somebody's digests come, after their zone has changed. */
export async function rescheduleDigests(person: Pick<PersonRecord, 'id' | 'zone'>, now: Date): Promise<void> {
  const held = await mailSettings.find({ personId: person.id });
  await moveDigests(
    held.map(({ id, settings, nextDigestAt }) => ({
      id,
      from: nextDigestAt,
      to: nextDigest(settings, person.zone, now),
    })),
  );
}
