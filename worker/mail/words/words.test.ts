import { describe, expect, test } from '@jest/globals';
import { languages } from '@cobid/domain/language.ts';
import type { Reason } from '@cobid/domain/opportunity/matchInWords.ts';
import { sectors } from '@cobid/domain/vocabulary/sectors.ts';
import { values } from '@cobid/domain/vocabulary/values.ts';
import { sectors as spanishSectors } from './es/sectors.ts';
import { values as spanishValues } from './es/values.ts';
import { sectors as frenchSectors } from './fr/sectors.ts';
import { values as frenchValues } from './fr/values.ts';
import { wordsIn } from './wordsIn.ts';

const NBSP = '\u00a0';
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const skill = { held: 'react', wanted: 'frontend', level: 4 } as const;
const reasons: Record<Reason['is'], Reason> = {
  skillHeld: { is: 'skillHeld', ...skill, relation: 'narrower', lastUsed: '2026-08' },
  project: { is: 'project', title: 'Tram', year: 2025 },
  projects: {
    is: 'projects',
    projects: [
      { title: 'Tram', year: 2025 },
      { title: 'Bus', year: 2024, isForClient: true },
    ],
  },
  freeDays: { is: 'freeDays', free: 1, wanted: 64.5 },
  sectorKnown: { is: 'sectorKnown', sector: 'health' },
  remote: { is: 'remote' },
  inCity: { is: 'inCity', city: 'Leeds' },
  inCountry: { is: 'inCountry', country: 'DE' },
  elsewhereInCountry: { is: 'elsewhereInCountry', country: 'DE' },
  remoteFromAbroad: { is: 'remoteFromAbroad', country: 'DE' },
  languages: { is: 'languages', spoken: 2, asked: ['de', 'fr', 'ca'] },
  sharedValues: { is: 'sharedValues', values: ['climate', 'privacy'] },
  said: { is: 'said', words: 'From before' },
};

describe('reasons', () => {
  test('are said in each language, each in its own words', () => {
    for (const reason of Object.values(reasons)) {
      const said = languages.map((language) => wordsIn(language).reason(reason));
      expect(said.join()).not.toMatch(/undefined|null|NaN|Invalid/);
      expect(new Set(said).size).toBe(reason.is === 'said' ? 1 : languages.length);
    }
  });

  test('read as people write', () => {
    const said = (is: Reason['is']) =>
      languages.map((language) => plain(wordsIn(language).reason(reasons[is])));
    expect(said('skillHeld')).toEqual([
      'React (part of Front-end development): level 4, used in August 2026',
      'React (parte de Front-end development): nivel 4, último uso en agosto de 2026',
      'React (fait partie de Front-end development) : niveau 4, utilisé en août 2026',
    ]);
    expect(said('freeDays')).toEqual([
      'You have 1 day free of 64.5 wanted',
      'Tenéis 1 día libre de 64,5 que se piden',
      'Vous avez 1 jour de libre sur les 64,5 demandés',
    ]);
    expect(said('languages')[2]).toBe(
      'Vous parlez 2 des 3 langues demandées : allemand, français et catalan',
    );
  });
});

describe('formats', () => {
  test('of days, money, dates and lists are those of the language', () => {
    const { en, es, fr } = { en: wordsIn('en'), es: wordsIn('es'), fr: wordsIn('fr') };
    expect([en, es, fr].map(({ general }) => plain(general.days(1.5)))).toEqual([
      '1.5 days',
      '1,5 días',
      '1,5 jour',
    ]);
    const money = [en, es, fr].map(({ general }) => plain(general.formats.money(16_250_00, 'EUR')));
    expect(money).toEqual(['€16,250', '16.250 €', '16 250 €']);
    const day = [en, es, fr].map(({ general }) => general.formats.day('2027-01-11'));
    expect(day).toEqual(['11 January 2027', '11 de enero de 2027', '11 janvier 2027']);
    expect(es.general.formats.list(['Ana', 'Iria'])).toBe('Ana e Iria');
  });

  test('French keeps its signs with their words, and elides before vowels', () => {
    const { general, seatAnswered } = wordsIn('fr');
    expect(general.about('Offre remise', 'Tram')).toBe(`Offre remise${NBSP}: Tram`);
    expect(general.peopleAndRoles('Antenna')).toBe('Membres et rôles d’Antenna');
    expect(seatAnswered.expired.sentence('Ferrous')).toContain('de Ferrous');
  });
});

test.each([
  ['sectors', sectors, [spanishSectors, frenchSectors]],
  ['values', values, [spanishValues, frenchValues]],
])('%s have a name in each language', (_, all, translated) => {
  const slugs = all.map(({ slug }) => slug).toSorted();
  for (const terms of translated) {
    expect(terms.map(({ slug }) => slug).toSorted()).toEqual(slugs);
    expect(new Set(terms.map(({ label }) => label)).size).toBe(slugs.length);
  }
});
