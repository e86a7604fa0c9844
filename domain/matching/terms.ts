import type { CoopProfile } from '../coop/schema.ts';
import type { MatchTerm, RequirementFit } from '../opportunity/schema.ts';
import type { TenderContent } from '../tender/schema.ts';
import { countryLabel } from '../vocabulary/countries.ts';
import { languageLabel } from '../vocabulary/humanLanguages.ts';
import { sectors } from '../vocabulary/sectors.ts';
import { termLabel } from '../vocabulary/terms.ts';
import { values as valueTerms } from '../vocabulary/values.ts';
import { relatedness, skillLabel } from '../vocabulary/vocabulary.ts';
import { bestProject } from './evidence.ts';
import { priorityWeight } from './weights.ts';
import type { Weights } from './weights.ts';

function term(
  key: MatchTerm['key'],
  share: number,
  most: number,
  evidence: string,
  requirementId: string | null = null,
): MatchTerm {
  return { key, requirementId, value: most * share, most, evidence };
}

/** One term per requirement: its part of the skills' weight times its strength. */
export function skillTerms(
  profile: CoopProfile,
  content: TenderContent,
  fits: readonly RequirementFit[],
  weights: Weights,
): MatchTerm[] {
  const sum = content.requirements.reduce((total, wanted) => total + priorityWeight[wanted.priority], 0);
  if (sum === 0) return [term('skill', 0, weights.skill, 'The tender names no requirement')];
  return content.requirements.map((wanted, index) => {
    const fit = fits[index];
    const most = (weights.skill * priorityWeight[wanted.priority]) / sum;
    return term('skill', fit?.strength ?? 0, most, heldInWords(profile, wanted.skill, fit), wanted.id);
  });
}

const KINDS: Record<string, string> = {
  narrower: 'narrower than',
  broader: 'broader than',
  related: 'related to',
};

function heldInWords(profile: CoopProfile, wanted: string, fit: RequirementFit | undefined): string {
  const held = profile.skills.find((candidate) => candidate.skill === fit?.heldSkill);
  if (held === undefined) return `${skillLabel(wanted)}: not in the profile`;
  const kind = KINDS[relatedness(held.skill, wanted)?.kind ?? ''];
  const relation = kind === undefined ? '' : ` (${kind} ${skillLabel(wanted)})`;
  const used = held.lastUsed === null ? 'last use not said' : `used ${held.lastUsed}`;
  return `${skillLabel(held.skill)}${relation}, level ${held.level}, ${used}`;
}

export function evidenceTerm(profile: CoopProfile, content: TenderContent, weights: Weights): MatchTerm {
  const best = bestProject(profile.projects, content);
  return best === undefined
    ? term('evidence', 0, weights.evidence, 'No past project that is like it')
    : term(
        'evidence',
        best.likeness,
        weights.evidence,
        `Project: ${best.project.title} (${best.project.year})`,
      );
}

export function capacityTerm(freeDays: number, content: TenderContent, weights: Weights): MatchTerm {
  const wanted = content.requirements.reduce((total, requirement) => total + requirement.days, 0);
  const share = wanted === 0 ? 1 : Math.min(1, freeDays / wanted);
  return term('capacity', share, weights.capacity, `${freeDays} free days of ${wanted} wanted`);
}

export function sectorTerm(profile: CoopProfile, content: TenderContent, weights: Weights): MatchTerm {
  const { sector } = content;
  if (sector === null) return term('sector', 1, weights.sector, 'The tender names no sector');
  const known =
    profile.sectors.includes(sector) || profile.projects.some((project) => project.sector === sector);
  const name = termLabel(sectors, sector);
  return term(
    'sector',
    known ? 1 : 0,
    weights.sector,
    known ? `Knows the sector: ${name}` : `New sector: ${name}`,
  );
}

export function placeTerm(profile: CoopProfile, content: TenderContent, weights: Weights): MatchTerm {
  const { share, evidence } = placeShare(profile, content);
  return term('place', share, weights.place, evidence);
}

/** Share of the place's weight for who works in the country, but in another city. */
export const ELSEWHERE_IN_COUNTRY = 0.6;
/** For who works remotely where the work is partly on site in another country. */
export const REMOTE_FROM_ABROAD = 0.3;

function placeShare(profile: CoopProfile, content: TenderContent): { share: number; evidence: string } {
  if (content.workplace === 'remote') {
    return profile.remote
      ? { share: 1, evidence: 'Works remotely' }
      : { share: 0, evidence: 'Does not work remotely' };
  }
  if (content.country === null) return { share: 1, evidence: 'The tender names no place' };
  const country = countryLabel(content.country);
  const near = profile.places.filter((place) => place.country === content.country);
  const inCity = near.some((place) => place.city.toLowerCase() === content.city.toLowerCase());
  if (near.length > 0 && (content.city === '' || inCity)) {
    return { share: 1, evidence: `Works in ${content.city || country}` };
  }
  if (near.length > 0) return { share: ELSEWHERE_IN_COUNTRY, evidence: `Works in ${country}, elsewhere` };
  return content.workplace === 'hybrid' && profile.remote
    ? { share: REMOTE_FROM_ABROAD, evidence: `Not in ${country}, but works remotely` }
    : { share: 0, evidence: `Does not work in ${country}` };
}

export function languageTerm(profile: CoopProfile, content: TenderContent, weights: Weights): MatchTerm {
  const { languages } = content;
  if (languages.length === 0) return term('language', 1, weights.language, 'The tender asks for no language');
  const spoken = languages.filter((language) => profile.languages.includes(language));
  return term(
    'language',
    spoken.length / languages.length,
    weights.language,
    `${spoken.length} of ${languages.length} languages: ${languages.map(languageLabel).join(', ')}`,
  );
}

export function valuesTerm(profile: CoopProfile, content: TenderContent, weights: Weights): MatchTerm {
  const { values } = content;
  if (values.length === 0) return term('values', 1, weights.values, 'The tender names no values');
  const shared = values.filter((value) => profile.values.includes(value));
  return term(
    'values',
    shared.length / values.length,
    weights.values,
    shared.length === 0
      ? 'None of the values it names is in the profile'
      : `Shared: ${shared.map((value) => termLabel(valueTerms, value)).join(', ')}`,
  );
}
