import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { slug } from '../ids.ts';
import { zone } from '../time.ts';
import { certificates } from './certificates.ts';
import { countries } from './countries.ts';
import { humanLanguages } from './humanLanguages.ts';
import { redLines, redLinesHit } from './redLines.ts';
import { sectors } from './sectors.ts';
import { areas, skills } from './skills.ts';
import { values } from './values.ts';
import { answersTo, broaderOf, relatedness, skillBySlug, skillLabel } from './vocabulary.ts';
import { keyOf } from './words.ts';

const slugs = skills.map((skill) => skill.slug);

describe('the vocabulary', () => {
  test('has at least 300 skills, each with its own slug', () => {
    expect(skills.length).toBeGreaterThanOrEqual(300);
    expect(new Set(slugs).size).toBe(skills.length);
    for (const each of slugs) expect(slug.safeParse(each).success).toBe(true);
  });

  test('every broader and related slug exists, and nothing is related to what is above or below it', () => {
    for (const skill of skills) {
      for (const other of [...skill.broader, ...skill.related]) expect(skillBySlug(other)?.slug).toBe(other);
      for (const other of skill.related) {
        expect([skill.slug, ...broaderOf(skill.slug)]).not.toContain(other);
        expect(broaderOf(other)).not.toContain(skill.slug);
      }
    }
  });

  test('has no cycles, and each skill reaches the root of its area', () => {
    for (const skill of skills) {
      expect(broaderOf(skill.slug)).not.toContain(skill.slug);
      expect([skill.slug, ...broaderOf(skill.slug)]).toContain(skill.area);
    }
    for (const area of areas) {
      expect(skillBySlug(area.slug)).toMatchObject({ broader: [], label: area.label, area: area.slug });
    }
  });

  test('no name belongs to two skills, or twice to one', () => {
    const names = skills.flatMap((skill) => [skill.label, ...skill.aliases].map(keyOf));
    expect(names.filter((name, at) => names.indexOf(name) !== at || name === '')).toEqual([]);
  });

  test('every skill has CPV hints of eight digits, and ESCO links are concepts', () => {
    for (const skill of skills) {
      expect(skill.cpv.length).toBeGreaterThan(0);
      for (const code of skill.cpv) expect(code).toMatch(/^[1-9]\d{7}$/);
      expect(skill.esco ?? 'http://data.europa.eu/esco/skill/').toContain(
        'http://data.europa.eu/esco/skill/',
      );
    }
  });
});

describe('relatedness, seen from the holder', () => {
  test.each([
    ['react', 'react', 'same', 1],
    ['react', 'frontend', 'narrower', 0.8],
    ['nextjs', 'javascript', 'narrower', 0.8],
    ['frontend', 'react', 'broader', 0.5],
    ['vue', 'react', 'related', 0.3],
    ['react', 'vue', 'related', 0.3],
  ])('%s for %s is %s', (held, wanted, kind, value) => {
    expect(relatedness(held, wanted)).toEqual({ kind, value });
  });

  test('strangers have none, and an unknown term matches itself', () => {
    expect(relatedness('pottery', 'react')).toBeUndefined();
    expect(relatedness('mediawiki-skins', 'mediawiki-skins')).toEqual({ kind: 'same', value: 1 });
    expect(broaderOf('mediawiki-skins')).toEqual([]);
    expect(skillLabel('mediawiki-skins')).toBe('mediawiki skins');
  });

  test('is never above 1, and 1 only for equals', () => {
    const any = fc.constantFrom(...slugs);
    fc.assert(
      fc.property(any, any, (held, wanted) => {
        const value = relatedness(held, wanted)?.value ?? 0;
        expect(value === 1).toBe(held === wanted);
        expect(value).toBeLessThanOrEqual(1);
        expect(answersTo(wanted).get(held)?.value ?? 0).toBe(value);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the short lists', () => {
  test('each has unique, well-formed slugs', () => {
    for (const terms of [sectors, values, redLines, certificates]) {
      const own = terms.map((term) => term.slug);
      expect(new Set(own).size).toBe(own.length);
      for (const each of own) expect(slug.safeParse(each).success).toBe(true);
    }
  });

  test('red lines name sectors that exist, and are hit by them only', () => {
    const known = sectors.map((sector) => sector.slug);
    for (const line of redLines) for (const sector of line.sectors) expect(known).toContain(sector);
    expect(redLinesHit(['weapons', 'gambling'], 'defence').map((line) => line.slug)).toEqual(['weapons']);
    expect(redLinesHit(['weapons'], null)).toEqual([]);
    expect(redLinesHit([], 'defence')).toEqual([]);
  });

  test('countries and languages have codes, countries a real zone', () => {
    for (const country of countries) {
      expect(country.code).toMatch(/^[A-Z]{2}$/);
      expect(zone.safeParse(country.zone).success).toBe(true);
    }
    for (const language of humanLanguages) expect(language.code).toMatch(/^[a-z]{2,3}$/);
    expect(new Set(countries.map((country) => country.code)).size).toBe(countries.length);
    expect(new Set(humanLanguages.map((language) => language.code)).size).toBe(humanLanguages.length);
  });
});
