import type { CoopCard, OwnProfileView, PublicCoopView } from '@cobid/domain/coop/schema.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import type { CoopRecord } from '@cobid/platform/mongo/models/organisation.ts';

const TOP_SKILLS = 5;
const ABOUT_ON_CARD = 280;

/** A co-op in the eyes of anybody: nothing that is its own business (floor, bounds, red lines, pause, free days). */
export function publicCoopViewOf(coop: CoopRecord): PublicCoopView {
  const { id, slug, name, country, city, website, about, legalForm, bases, profile } = coop;
  const { skills, projects, sectors, languages, places, remote, values, certificates } = profile;
  return {
    id,
    slug,
    name,
    country,
    city,
    website,
    about,
    legalForm,
    bases,
    skills,
    projects,
    sectors,
    languages,
    places,
    remote,
    values,
    certificates,
  };
}

/** One row of the directory. */
export function coopCardOf({ id, slug, name, country, city, about, profile }: CoopRecord): CoopCard {
  const strongest = profile.skills.toSorted((a, b) => b.level - a.level || b.people - a.people);
  return {
    id,
    slug,
    name,
    country,
    city,
    about: about.length > ABOUT_ON_CARD ? `${about.slice(0, ABOUT_ON_CARD).trimEnd()}…` : about,
    topSkills: strongest.slice(0, TOP_SKILLS).map(({ skill }) => skillLabel(skill)),
    languages: profile.languages,
  };
}

/** The whole profile, for the co-op's own people. */
export function ownProfileViewOf({ id, profile, profileVersion }: CoopRecord): OwnProfileView {
  return { ...profile, coopId: id, version: profileVersion };
}
