import { collection } from '../collection.ts';
import { anyText, moment, text, textOrNull } from '../types.ts';

/** A skill that somebody missed in the vocabulary. */
export interface SkillProposalRecord {
  id: string;
  label: string;
  slug: string;
  note: string;
  organisationId: string | null;
  personId: string;
  at: Date;
}

export const skillProposals = collection<SkillProposalRecord>(
  'skillProposals',
  { label: text, slug: text, note: anyText, organisationId: textOrNull, personId: text, at: moment },
  [{ keys: { slug: 1 }, unique: true }],
);
