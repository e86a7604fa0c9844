import { skillBySlug } from '@cobid/domain/vocabulary/vocabulary.ts';
import { collection } from '../collection.ts';
import { oneOf } from '../filter.ts';
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

/** Of these slugs, the ones that are neither in the vocabulary nor offered as new by anybody. */
export async function unknownSkills(slugs: readonly string[]): Promise<Set<string>> {
  const unlisted = [...new Set(slugs)].filter((slug) => skillBySlug(slug) === undefined);
  if (unlisted.length === 0) return new Set();
  const proposed = await skillProposals.find({ slug: oneOf(unlisted) });
  return new Set(unlisted.filter((slug) => !proposed.some((proposal) => proposal.slug === slug)));
}
