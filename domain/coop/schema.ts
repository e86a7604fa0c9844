import { z } from 'zod';
import { id, partId, slug, version } from '../ids.ts';
import { currency, minor } from '../money.ts';
import { country } from '../organisation/schema.ts';
import { line, markdown } from '../text.ts';
import { day, month } from '../time.ts';

export const level = z.int().min(1, 'is 1 to 5').max(5, 'is 1 to 5');

/** A skill that a co-op holds: level 1 (can help) to 5 (teaches others), how many people, last used, evidence. */
export const heldSkill = z.strictObject({
  skill: slug,
  level,
  people: z.int().min(1).max(500),
  lastUsed: month.nullable(),
  evidence: line(300).default(''),
  /** Work in it that a client called done through Cobid; counted by the system, never taken from the co-op. */
  verifiedReferences: z.int().min(0).max(10_000).default(0),
});
export type HeldSkill = z.infer<typeof heldSkill>;

export const pastProject = z.strictObject({
  id: partId,
  title: line(120).min(1, 'is needed'),
  text: markdown(3000).default(''),
  year: z.int().min(1990).max(2100),
  client: line(120).default(''),
  skills: z.array(slug).max(20).default([]),
  sector: slug.nullable().default(null),
});
export type PastProject = z.infer<typeof pastProject>;

export const place = z.strictObject({ country, city: line(80).default('') });

const profileFields = {
  skills: z.array(heldSkill).max(150),
  projects: z.array(pastProject).max(200),
  sectors: z.array(slug).max(30),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'is a language code, such as es')).max(30),
  places: z.array(place).max(30),
  remote: z.boolean(),
  values: z.array(slug).max(30),
  /** Free person-days per calendar month; a month that is not listed counts as 0. */
  freeDays: z.array(z.strictObject({ month, days: z.number().min(0).max(2000).multipleOf(0.5) })).max(24),
  /** Own floor for a day's rate; private to the co-op, used only for its own warnings. */
  dayRateFloor: z.strictObject({ minor, currency }).nullable(),
  /** Value of the whole tender that the co-op wants to hear of. */
  valueBounds: z
    .strictObject({ minMinor: minor.nullable(), maxMinor: minor.nullable(), currency })
    .nullable(),
  redLines: z.array(slug).max(30),
  certificates: z.array(z.strictObject({ certificate: slug, expires: day.nullable() })).max(30),
  pausedUntil: day.nullable(),
  isPaused: z.boolean(),
};

/** A co-op's skill profile, whole. */
export const coopProfile = z.strictObject(profileFields);
export type CoopProfile = z.infer<typeof coopProfile>;

/** What autosave sends: any of the fields, and the version it was made on. `verifiedReferences` is ignored on input. */
export const coopProfileChange = z.strictObject(profileFields).partial().extend({ version });
export type CoopProfileChange = z.infer<typeof coopProfileChange>;

export const emptyProfile: CoopProfile = {
  skills: [],
  projects: [],
  sectors: [],
  languages: [],
  places: [],
  remote: true,
  values: [],
  freeDays: [],
  dayRateFloor: null,
  valueBounds: null,
  redLines: [],
  certificates: [],
  pausedUntil: null,
  isPaused: false,
};

/** The profile as the co-op's own people see it. */
export const ownProfileView = coopProfile.extend({ coopId: id, version: z.int() });
export type OwnProfileView = z.infer<typeof ownProfileView>;

/** The profile as anybody sees it: no rate floor, value bounds, red lines, pause or exact days. */
export const publicCoopView = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  country: z.string(),
  city: z.string(),
  website: z.string(),
  about: z.string(),
  legalForm: z.string(),
  bases: z.array(z.string()),
  skills: z.array(heldSkill),
  projects: z.array(pastProject),
  sectors: z.array(z.string()),
  languages: z.array(z.string()),
  places: z.array(place),
  remote: z.boolean(),
  values: z.array(z.string()),
  certificates: z.array(z.object({ certificate: z.string(), expires: z.string().nullable() })),
});
export type PublicCoopView = z.infer<typeof publicCoopView>;

/** One row of the directory. */
export const coopCard = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  country: z.string(),
  city: z.string(),
  about: z.string(),
  topSkills: z.array(z.string()),
  languages: z.array(z.string()),
});
export type CoopCard = z.infer<typeof coopCard>;
