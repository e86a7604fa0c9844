import type { Language } from '@cobid/domain/language.ts';
import { collection } from '../collection.ts';
import { anyText, moment, text } from '../types.ts';

/** A person, known by one mailbox. `name` is empty until the first sign-in has asked for it. */
export interface PersonRecord {
  id: string;
  email: string;
  name: string;
  zone: string;
  /** In which mails are written to them. */
  language: Language;
  createdAt: Date;
}

export const people = collection<PersonRecord>(
  'people',
  { email: text, name: anyText, zone: text, language: text, createdAt: moment },
  [{ keys: { email: 1 }, unique: true }],
);

/** The person with this mailbox; made now, with this language, if nobody has it yet. Safe against two sign-ins at once. */
export async function findOrCreatePerson(
  email: string,
  language: Language,
  now: Date,
): Promise<PersonRecord> {
  const found = await people.findOne({ email });
  if (found !== null) return found;
  const made = await people.insertIfNew({ email, name: '', zone: 'UTC', language, createdAt: now });
  return made ?? findOrCreatePerson(email, language, now);
}
