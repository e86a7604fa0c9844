import { gapsOf } from '../matching/gaps.ts';
import type { Gap } from '../matching/gaps.ts';
import type { Grounds } from '../matching/grounds.ts';
import { groundsInWords } from '../matching/groundsInWords.ts';
import type { Requirement, TenderContent } from '../tender/schema.ts';
import { certificates } from '../vocabulary/certificates.ts';
import { languageLabel } from '../vocabulary/humanLanguages.ts';
import { termLabel } from '../vocabulary/terms.ts';
import { skillLabel } from '../vocabulary/vocabulary.ts';
import type { FitTerm, RequirementFit } from './schema.ts';

/** How many reasons a card or a mail gives (domain rules, section 5). */
const MOST_REASONS = 2;

/** No reason for a match: what the co-op lacks, and what everybody has, since the tender does not ask for it. */
const noReasons = [
  'noRequirement',
  'skillMissing',
  'noProject',
  'noSector',
  'sectorNew',
  'notRemote',
  'noPlace',
  'notInCountry',
  'noLanguage',
  'noValues',
  'noSharedValues',
] as const;

/** What speaks for a co-op. */
export type Reason = Exclude<Grounds, { is: (typeof noReasons)[number] }>;

function isReason(grounds: Grounds): grounds is Reason {
  return !noReasons.some((is) => is === grounds.is);
}

/** Why a co-op matches: what the strongest terms rest on. */
export function reasonsOf(terms: readonly FitTerm[]): Reason[] {
  return terms
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value)
    .map(({ grounds }) => grounds)
    .filter(isReason)
    .slice(0, MOST_REASONS);
}

/** The same as the pages say it. */
export function reasonsInWords(terms: readonly FitTerm[]): string[] {
  return reasonsOf(terms).map(groundsInWords);
}

/** What a co-op lacks for the requirements that it does not cover, musts first: "React", "Hosting at level 4". */
export function missingInWords(
  { missing, requirements: fits }: { missing: readonly string[]; requirements: readonly RequirementFit[] },
  { requirements }: TenderContent,
): string[] {
  const gaps = gapsOf(requirements, fits);
  return requirements
    .filter(({ id }) => missing.includes(id))
    .toSorted((a, b) => Number(b.priority === 'must') - Number(a.priority === 'must'))
    .map((requirement) => lackInWords(requirement, gaps[requirement.id]) ?? skillLabel(requirement.skill));
}

/** What is missing beside a skill that is there; null where it is the skill itself. */
export function lackInWords(
  { skill, certificate, language }: Requirement,
  gap: Gap | undefined,
): string | null {
  const label = skillLabel(skill);
  switch (gap?.kind) {
    case 'papers': {
      const papers = [
        ...(certificate === null ? [] : [termLabel(certificates, certificate)]),
        ...(language === null ? [] : [languageLabel(language)]),
      ];
      return `${papers.join(' or ')} for ${label}`;
    }
    case 'level':
      return `${label} at level ${gap.level}`;
    case 'practice':
      return `recent use of ${label}`;
    default:
      return null;
  }
}
