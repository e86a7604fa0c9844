import type { PastProject } from '../../coop/schema.ts';
import { skills } from '../../vocabulary/skills.ts';
import { monthNumber } from '../requirementFit.ts';
import { clientKey, wordsOfProject } from '../evidence.ts';
import type { MatchableCoop } from '../matchable.ts';
import { heldMark } from './heldMark.ts';
import { createInterner } from './interner.ts';
import type { Interner } from './interner.ts';

/** The numbers that stand for words, skills and everything else that is compared as text. */
export interface Terms {
  skills: Interner;
  words: Interner;
  /** Sectors, languages, values, countries, cities, red lines, certificates: each with its kind before it. */
  attributes: Interner;
}

/** The skills of the vocabulary come first, so that they have the same numbers in every index. */
export function createTerms(): Terms {
  const terms = { skills: createInterner(), words: createInterner(), attributes: createInterner() };
  for (const { slug } of skills) terms.skills.numberOf(slug);
  return terms;
}

export const attribute = {
  sector: (slug: string) => `sector:${slug}`,
  language: (code: string) => `language:${code}`,
  value: (slug: string) => `value:${slug}`,
  country: (code: string) => `country:${code}`,
  city: (country: string, city: string) => `city:${country}:${city.toLowerCase()}`,
  redLine: (slug: string) => `redLine:${slug}`,
  remote: 'remote',
  certificate: (slug: string) => `certificate:${slug}`,
  client: (key: string) => `client:${key}`,
};

export const IS_COOP = 1;
export const IS_REMOTE = 2;
export const IS_PAUSED = 4;
export const HAS_LANGUAGES = 8;

/** A day such as 2026-12-01 as 20261201: days compare as their numbers do. */
export function dayNumber(day: string): number {
  return Number(day.slice(0, 10).replaceAll('-', ''));
}

/** A date without an end. */
export const NEVER = 0xffff_ffff;
/** A project that names no client. */
const NOBODY = 0xffff_ffff;

/**
 * A co-op as numbers: flags, end of its pause, then counted lists one after another: attributes, months with half
 * days, certificates with their last day, skills with marks, and each past project with its
 * client, skills and words.
 */
export function coopNumbers({ isCoop, profile }: MatchableCoop, terms: Terms): number[] {
  const numbers = [
    (isCoop ? IS_COOP : 0) |
      (profile.remote ? IS_REMOTE : 0) |
      (profile.isPaused ? IS_PAUSED : 0) |
      (profile.languages.length > 0 ? HAS_LANGUAGES : 0),
    profile.pausedUntil === null ? NEVER : dayNumber(profile.pausedUntil),
  ];
  const attributes = new Set(attributesOf(profile).map((text) => terms.attributes.numberOf(text)));
  numbers.push(attributes.size, ...attributes);
  numbers.push(profile.freeDays.length);
  for (const { month, days } of profile.freeDays) numbers.push(monthNumber(month), days * 2);
  numbers.push(profile.certificates.length);
  for (const { certificate, expires } of profile.certificates) {
    const number = terms.attributes.numberOf(attribute.certificate(certificate));
    numbers.push(number, expires === null ? NEVER : dayNumber(expires));
  }
  numbers.push(profile.skills.length);
  for (const held of profile.skills) numbers.push(terms.skills.numberOf(held.skill), heldMark(held));
  numbers.push(profile.projects.length);
  for (const project of profile.projects) numbers.push(...projectNumbers(project, terms));
  return numbers;
}

/** Where the list of held skills starts (see `coopNumbers`). */
export function skillsAt(data: Uint32Array, start: number): number {
  const monthsAt = start + 3 + (data[start + 2] ?? 0);
  const certificatesAt = monthsAt + 1 + 2 * (data[monthsAt] ?? 0);
  return certificatesAt + 1 + 2 * (data[certificatesAt] ?? 0);
}

function attributesOf(profile: MatchableCoop['profile']): string[] {
  return [
    ...profile.sectors.map(attribute.sector),
    ...profile.projects.flatMap(({ sector }) => (sector === null ? [] : [attribute.sector(sector)])),
    ...profile.languages.map(attribute.language),
    ...profile.values.map(attribute.value),
    ...profile.places.flatMap(({ country, city }) => [
      attribute.country(country),
      attribute.city(country, city),
    ]),
    ...profile.redLines.map(attribute.redLine),
  ];
}

function projectNumbers(project: PastProject, terms: Terms): number[] {
  const skills = project.skills.map((slug) => terms.skills.numberOf(slug));
  const words = Array.from(wordsOfProject(project), (word) => terms.words.numberOf(word));
  const key = clientKey(project.client);
  const client = key === null ? NOBODY : terms.attributes.numberOf(attribute.client(key));
  return [client, skills.length, words.length, ...skills, ...words];
}
