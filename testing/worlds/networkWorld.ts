import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { CoopProfile, PastProject } from '@cobid/domain/coop/schema.ts';
import type { MatchableCoop, MatchableTender } from '@cobid/domain/matching/matchable.ts';
import { emptyTender } from '@cobid/domain/tender/schema.ts';
import type { Requirement } from '@cobid/domain/tender/schema.ts';
import { redLines } from '@cobid/domain/vocabulary/redLines.ts';
import { sectors } from '@cobid/domain/vocabulary/sectors.ts';
import { areas, skills } from '@cobid/domain/vocabulary/skills.ts';
import { values } from '@cobid/domain/vocabulary/values.ts';
import { skillBySlug, skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { chanceOf, different, zipfOf } from './random.ts';
import type { Chance } from './random.ts';

/** The day on which everything in a synthetic network happens. */
export const worldNow = new Date('2026-11-21T09:00:00Z');

const MONTHS = ['2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05'];
const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it', 'ca', 'eu', 'nl', 'pl'];
const COUNTRIES = ['GB', 'ES', 'FR', 'DE', 'PT', 'IT', 'NL', 'BE', 'PL', 'IE', 'AR', 'UY', 'CA', 'US'];
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cre dri flo gru'.split(
  ' ',
);

/** Skill slugs in a fixed shuffled order, so that rank in use has nothing to do with place in the vocabulary. */
const bySlugRank = chanceOf(1).some(
  skills.map(({ slug }) => slug),
  skills.length,
);
const anySkill = zipfOf(bySlugRank, 0.8);
const areaOf = zipfOf(
  areas.map(({ slug }) => slug),
  0.8,
);
const skillOfArea = new Map(
  areas.map(({ slug: area }) => [
    area,
    zipfOf(
      bySlugRank.filter((slug) => skillBySlug(slug)?.area === area),
      0.8,
    ),
  ]),
);
/** Co-ops specialise, and a tender is about something: this share of the skills comes from their own areas. */
const OWN_AREAS = 0.75;

/** Five thousand words that look like words; drawn by Zipf's law as in a real text. */
const words = madeWords(chanceOf(2), 5000);
const wordOf = zipfOf(words, 1);
const sectorOf = zipfOf(
  sectors.map(({ slug }) => slug),
  0.6,
);
const languageOf = zipfOf(LANGUAGES, 1);
const countryOf = zipfOf(COUNTRIES, 0.8);

function madeWords(chance: Chance, count: number): string[] {
  const word = () => Array.from({ length: chance.whole(2, 4) }, () => chance.oneOf(SYLLABLES)).join('');
  return different(word, count);
}

/** Different skills, most of them from a few areas. */
function skillsAround(chance: Chance, mostAreas: number, count: number): string[] {
  const own = different(() => areaOf(chance), chance.whole(1, mostAreas));
  return different(() => {
    const drawn = chance.isTrue(OWN_AREAS) ? skillOfArea.get(chance.oneOf(own)) : undefined;
    return (drawn ?? anySkill)(chance);
  }, count);
}

/** A text of so many words about some skills: their names turn up among words drawn by Zipf's law. */
function textAbout(chance: Chance, slugs: readonly string[], count: number): string {
  const names = slugs.map((slug) => skillLabel(slug));
  return Array.from({ length: count }, () =>
    names.length > 0 && chance.isTrue(0.1) ? chance.oneOf(names) : wordOf(chance),
  ).join(' ');
}

/** A 24-digit id that is the same for the same number and tells nothing of its order. */
export function worldId(number: number): string {
  const scattered = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  return `${scattered.toString(16).padStart(8, '0')}${number.toString(16).padStart(16, '0')}`;
}

/** One co-op with everything that matching reads: 3 to 12 skills, 1 to 4 past projects in text, days, place, values. */
export function worldCoop(chance: Chance, number: number): MatchableCoop {
  const slugs = skillsAround(chance, 3, chance.whole(3, 12));
  const own = different(() => sectorOf(chance), chance.whole(1, 4));
  const profile: CoopProfile = {
    ...emptyProfile,
    skills: slugs.map((skill) => ({
      skill,
      level: chance.oneOf([1, 2, 3, 3, 4, 4, 5]),
      people: chance.whole(1, 8),
      lastUsed: chance.isTrue(0.1) ? null : `20${chance.whole(19, 26)}-0${chance.whole(1, 9)}`,
      evidence: '',
      verifiedReferences: chance.oneOf([0, 0, 0, 1, 1, 2, 3]),
    })),
    projects: Array.from({ length: chance.whole(1, 4) }, (_, at) => worldProject(chance, at, slugs, own)),
    sectors: own,
    languages: different(() => languageOf(chance), chance.whole(1, 3)),
    places: [{ country: countryOf(chance), city: chance.oneOf(SYLLABLES) }],
    remote: chance.isTrue(0.85),
    values: chance.some(
      values.map(({ slug }) => slug),
      chance.whole(0, 5),
    ),
    freeDays: chance
      .some(MONTHS, chance.whole(1, 6))
      .map((month) => ({ month, days: chance.whole(0, 60) / 2 })),
    redLines: chance.isTrue(0.5) ? chance.some(redLines, chance.whole(1, 4)).map(({ slug }) => slug) : [],
    certificates: chance.isTrue(0.1) ? [{ certificate: 'iso-27001', expires: '2027-06-30' }] : [],
    valueBounds: chance.isTrue(0.2)
      ? { minMinor: chance.whole(0, 40) * 100_000, maxMinor: null, currency: 'EUR' }
      : null,
    isPaused: chance.isTrue(0.03),
  };
  return { id: worldId(number), isCoop: true, profile };
}

function worldProject(
  chance: Chance,
  at: number,
  slugs: readonly string[],
  own: readonly string[],
): PastProject {
  const used = chance.some(slugs, chance.whole(1, 3));
  const title = textAbout(chance, used, 5);
  return {
    id: `p${at}`,
    title,
    text: textAbout(chance, used, chance.whole(15, 35)),
    year: chance.whole(2018, 2026),
    client: clientFor(title),
    skills: used,
    sector: chance.isTrue(0.7) ? chance.oneOf(own) : null,
  };
}

/** Whom a piece of work is for: one of twenty, the same for the same title. */
function clientFor(title: string): string {
  return `Client ${title.length % 20}`;
}

/** A tender with 3 to 9 requirements and a text of about 40 words. */
export function worldTender(chance: Chance, number: number): MatchableTender {
  const slugs = skillsAround(chance, 2, chance.whole(3, 9));
  const isRemote = chance.isTrue(0.6);
  const title = textAbout(chance, slugs, 6);
  return {
    id: worldId(1_000_000 + number),
    clientId: null,
    clientName: clientFor(title),
    content: {
      ...emptyTender,
      title,
      summary: textAbout(chance, slugs, 15),
      problem: textAbout(chance, slugs, 20),
      requirements: slugs.map((skill, at) => worldRequirement(chance, skill, at)),
      budget: { kind: 'band', minMinor: 1_000_000, maxMinor: chance.whole(20, 120) * 100_000 },
      deadline: '2026-12-15T12:00:00Z',
      start: '2027-01-10',
      end: '2027-04-30',
      workplace: isRemote ? 'remote' : chance.oneOf(['hybrid', 'on_site']),
      country: isRemote ? null : countryOf(chance),
      city: isRemote ? '' : chance.oneOf(SYLLABLES),
      languages: chance.isTrue(0.5) ? different(() => languageOf(chance), 2) : [],
      sector: sectorOf(chance),
      values: chance.some(
        values.map(({ slug }) => slug),
        chance.whole(0, 3),
      ),
    },
  };
}

function worldRequirement(chance: Chance, skill: string, at: number): Requirement {
  return {
    id: `r${at}`,
    skill,
    priority: at < 3 || chance.isTrue(0.5) ? 'must' : 'should',
    level: chance.whole(2, 4),
    days: chance.whole(4, 60) / 2,
    certificate: chance.isTrue(0.03) ? 'iso-27001' : null,
    language: chance.isTrue(0.05) ? languageOf(chance) : null,
    note: '',
  };
}

/** A whole synthetic network, always the same for a seed; asking for more co-ops keeps the first ones. */
export function networkWorld(seed: number, count: number): MatchableCoop[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, number) => worldCoop(chance, number));
}

export function tenderWorld(seed: number, count: number): MatchableTender[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, number) => worldTender(chance, number));
}
