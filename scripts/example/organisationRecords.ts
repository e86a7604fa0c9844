import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { Currency } from '@cobid/domain/money.ts';
import { fold } from '@cobid/domain/text.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { organisationWords } from '@cobid/platform/mongo/models/organisation.ts';
import type { ExampleClient } from './clients.ts';
import type { ExampleCoop, ExampleSkill } from './exampleCoop.ts';
import { dayFrom, monthFrom } from './exampleDates.ts';
import { exampleSlug, organisationId, personId } from './people.ts';

const CURRENCIES: Readonly<Record<string, Currency>> = { GB: 'GBP', US: 'USD', CA: 'CAD', AR: 'USD' };

function heldSkill([skill, level, people, monthsAgo, references, evidence = '']: ExampleSkill, now: Date) {
  return {
    skill,
    level,
    people,
    lastUsed: monthFrom(now, -monthsAgo),
    evidence,
    verifiedReferences: references,
  };
}

function inMinor(whole: number | null): number | null {
  return whole === null ? null : whole * 100;
}

function valueBounds({ bounds }: ExampleCoop, currency: Currency): CoopProfile['valueBounds'] {
  if (bounds === undefined) return null;
  const [least, most] = bounds;
  return { minMinor: inMinor(least), maxMinor: inMinor(most), currency };
}

/** A co-op's profile as it is at a moment. */
function coopProfileOf(coop: ExampleCoop, now: Date): CoopProfile {
  const currency = CURRENCIES[coop.country] ?? 'EUR';
  return {
    ...emptyProfile,
    skills: coop.skills.map((skill) => heldSkill(skill, now)),
    projects: coop.projects.map(({ yearsAgo, skills, ...project }, index) => ({
      ...project,
      id: `project-${index + 1}`,
      year: now.getUTCFullYear() - yearsAgo,
      skills: [...skills],
    })),
    sectors: [...coop.sectors],
    languages: [...coop.languages],
    places: [{ country: coop.country, city: coop.city }],
    remote: coop.onSiteOnly !== true,
    values: [...coop.values],
    freeDays: coop.freeDays.map((days, ahead) => ({ month: monthFrom(now, ahead), days })),
    dayRateFloor: coop.floor === null ? null : { minor: coop.floor * 100, currency },
    valueBounds: valueBounds(coop, currency),
    redLines: [...(coop.redLines ?? [])],
    certificates: (coop.certificates ?? []).map(([certificate, days]) => ({
      certificate,
      expires: days === null ? null : dayFrom(now, days),
    })),
    isPaused: coop.pausedForDays !== undefined,
    pausedUntil: typeof coop.pausedForDays === 'number' ? dayFrom(now, coop.pausedForDays) : null,
  };
}

interface Described {
  name: string;
  country: string;
  city: string;
  about: string;
  people: readonly string[];
}

function recordOf({ name, country, city, about, people }: Described, createdAt: Date) {
  return {
    id: organisationId(name),
    slug: exampleSlug(name),
    name,
    nameFolded: fold(name),
    country,
    city,
    website: `https://${exampleSlug(name)}.example`,
    about,
    identifier: null,
    version: 1,
    profileVersion: 1,
    createdAt,
    createdBy: personId(name, people[0] ?? ''),
  };
}

export function coopRecordOf(coop: ExampleCoop, now: Date, createdAt: Date): OrganisationRecord {
  const labels = coop.skills.map(([skill]) => skillLabel(skill));
  return {
    ...recordOf(coop, createdAt),
    isCoop: true,
    isClient: false,
    legalForm: coop.legalForm,
    bases: [...coop.bases],
    searchWords: organisationWords(coop, labels),
    profile: coopProfileOf(coop, now),
  };
}

export function clientRecordOf(client: ExampleClient, createdAt: Date): OrganisationRecord {
  return {
    ...recordOf(client, createdAt),
    isCoop: false,
    isClient: true,
    legalForm: '',
    bases: [],
    searchWords: organisationWords(client, []),
    profile: null,
  };
}
