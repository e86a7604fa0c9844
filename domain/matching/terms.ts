import type { CoopProfile } from '../coop/schema.ts';
import type { FitTerm, RequirementFit } from '../opportunity/schema.ts';
import type { TenderContent } from '../tender/schema.ts';
import { relatedness } from '../vocabulary/vocabulary.ts';
import { evidenceOf, evidentProjects } from './evidence.ts';
import type { EvidentProject } from './evidence.ts';
import type { Grounds, NamedProject } from './grounds.ts';
import type { MatchableTender } from './matchable.ts';
import { priorityWeight } from './weights.ts';
import type { Weights } from './weights.ts';

function term(
  key: FitTerm['key'],
  share: number,
  most: number,
  grounds: Grounds,
  requirementId: string | null = null,
): FitTerm {
  return { key, requirementId, value: most * share, most, grounds };
}

/** One term per requirement: its part of the skills' weight times its strength. */
export function skillTerms(
  profile: CoopProfile,
  content: TenderContent,
  fits: readonly RequirementFit[],
  weights: Weights,
): FitTerm[] {
  const sum = content.requirements.reduce((total, wanted) => total + priorityWeight[wanted.priority], 0);
  if (sum === 0) return [term('skill', 0, weights.skill, { is: 'noRequirement' })];
  return content.requirements.map((wanted, index) => {
    const fit = fits[index];
    const most = (weights.skill * priorityWeight[wanted.priority]) / sum;
    return term('skill', fit?.strength ?? 0, most, heldFor(profile, wanted.skill, fit), wanted.id);
  });
}

function heldFor(profile: CoopProfile, wanted: string, fit: RequirementFit | undefined): Grounds {
  const skill = profile.skills.find((candidate) => candidate.skill === fit?.heldSkill);
  if (skill === undefined) return { is: 'skillMissing', wanted };
  const { skill: held, level, lastUsed } = skill;
  return {
    is: 'skillHeld',
    held,
    wanted,
    relation: relatedness(held, wanted)?.kind ?? 'same',
    level,
    lastUsed,
  };
}

export function evidenceTerm(
  profile: CoopProfile,
  tender: Pick<MatchableTender, 'content' | 'clientName'>,
  weights: Weights,
): FitTerm {
  const [first, second] = evidentProjects(profile.projects, tender);
  const share = evidenceOf(first?.likeness ?? 0, second?.likeness ?? 0);
  return term('evidence', share, weights.evidence, projectGrounds(first, second));
}

function projectGrounds(first: EvidentProject | undefined, second: EvidentProject | undefined): Grounds {
  if (first === undefined) return { is: 'noProject' };
  if (second === undefined) return { is: 'project', ...named(first) };
  return { is: 'projects', projects: [first, second].map(named) };
}

function named({ project: { title, year }, isForClient }: EvidentProject): NamedProject {
  return { title, year, ...(isForClient ? { isForClient } : {}) };
}

export function capacityTerm(freeDays: number, content: TenderContent, weights: Weights): FitTerm {
  const wanted = content.requirements.reduce((total, requirement) => total + requirement.days, 0);
  const share = wanted === 0 ? 1 : Math.min(1, freeDays / wanted);
  return term('capacity', share, weights.capacity, { is: 'freeDays', free: freeDays, wanted });
}

export function sectorTerm(profile: CoopProfile, content: TenderContent, weights: Weights): FitTerm {
  const { sector } = content;
  if (sector === null) return term('sector', 1, weights.sector, { is: 'noSector' });
  const known =
    profile.sectors.includes(sector) || profile.projects.some((project) => project.sector === sector);
  return term('sector', known ? 1 : 0, weights.sector, { is: known ? 'sectorKnown' : 'sectorNew', sector });
}

export function placeTerm(profile: CoopProfile, content: TenderContent, weights: Weights): FitTerm {
  const { share, grounds } = placeShare(profile, content);
  return term('place', share, weights.place, grounds);
}

/** Share of the place's weight for who works in the country, but in another city. */
export const ELSEWHERE_IN_COUNTRY = 0.6;
/** For who works remotely where the work is partly on site in another country. */
export const REMOTE_FROM_ABROAD = 0.3;

function placeShare(profile: CoopProfile, content: TenderContent): { share: number; grounds: Grounds } {
  if (content.workplace === 'remote') {
    return profile.remote
      ? { share: 1, grounds: { is: 'remote' } }
      : { share: 0, grounds: { is: 'notRemote' } };
  }
  const { country, city } = content;
  if (country === null) return { share: 1, grounds: { is: 'noPlace' } };
  const near = profile.places.filter((place) => place.country === country);
  const inCity = near.some((place) => place.city.toLowerCase() === city.toLowerCase());
  if (near.length > 0 && (city === '' || inCity)) {
    return { share: 1, grounds: city === '' ? { is: 'inCountry', country } : { is: 'inCity', city } };
  }
  if (near.length > 0) {
    return { share: ELSEWHERE_IN_COUNTRY, grounds: { is: 'elsewhereInCountry', country } };
  }
  return content.workplace === 'hybrid' && profile.remote
    ? { share: REMOTE_FROM_ABROAD, grounds: { is: 'remoteFromAbroad', country } }
    : { share: 0, grounds: { is: 'notInCountry', country } };
}

export function languageTerm(profile: CoopProfile, content: TenderContent, weights: Weights): FitTerm {
  const { languages } = content;
  if (languages.length === 0) return term('language', 1, weights.language, { is: 'noLanguage' });
  const spoken = languages.filter((language) => profile.languages.includes(language));
  return term('language', spoken.length / languages.length, weights.language, {
    is: 'languages',
    spoken: spoken.length,
    asked: languages,
  });
}

export function valuesTerm(profile: CoopProfile, content: TenderContent, weights: Weights): FitTerm {
  const { values } = content;
  if (values.length === 0) return term('values', 1, weights.values, { is: 'noValues' });
  const shared = values.filter((value) => profile.values.includes(value));
  return term(
    'values',
    shared.length / values.length,
    weights.values,
    shared.length === 0 ? { is: 'noSharedValues' } : { is: 'sharedValues', values: shared },
  );
}
