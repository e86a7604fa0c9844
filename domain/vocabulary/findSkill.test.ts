import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { slug } from '../ids.ts';
import { resolveSkill, searchSkills } from './findSkill.ts';
import { skills } from './skills.ts';
import { skillsInText } from './skillsInText.ts';

describe('searchSkills finds what a person types', () => {
  test.each([
    ['reactjs', 'react'],
    ['React.js', 'react'],
    ['a11y', 'accessibility'],
    ['wordpres', 'wordpress'],
    ['word press', 'wordpress'],
    ['diseño', 'design'],
    ['diseno grafico', 'graphic-design'],
    ['node.js', 'nodejs'],
    ['c#', 'csharp'],
    ['c++', 'cpp'],
    ['.net', 'dotnet'],
    ['k8s', 'kubernetes'],
    ['postgres', 'postgresql'],
    ['gdpr', 'data-protection'],
    ['DSGVO', 'data-protection'],
    ['barrierefrei', 'accessibility'],
    ['traduccion', 'translation'],
    ['ux', 'ux-design'],
    ['facilit', 'facilitation'],
    ['civi', 'civicrm'],
    ['sysadmin', 'linux-administration'],
    ['hébergement', 'hosting'],
    ['kuberentes', 'kubernetes'],
    ['open street map', 'openstreetmap'],
    ['user interviews', 'user-research'],
    ['single sign on', 'identity'],
    ['R', 'r-language'],
  ])('%s → %s first', (typed, expected) => {
    expect(searchSkills(typed, 5)[0]?.slug).toBe(expected);
  });

  test('words in any order, part of a name, nothing for nothing', () => {
    expect(searchSkills('testing access').map((skill) => skill.slug)).toContain('accessibility-testing');
    expect(searchSkills('   ')).toEqual([]);
    expect(searchSkills('e', 7)).toHaveLength(7);
    expect(searchSkills('zzzzqqqq')).toEqual([]);
  });
});

describe('resolveSkill', () => {
  test('knows every label, alias and slug', () => {
    for (const skill of skills) {
      for (const name of [skill.label, skill.label.toUpperCase(), ...skill.aliases]) {
        expect(resolveSkill(name)).toMatchObject({ kind: 'known', skill: { slug: skill.slug } });
      }
      expect(resolveSkill(skill.slug)).toMatchObject({ kind: 'known', skill: { slug: skill.slug } });
    }
  });

  test('says how it knew', () => {
    expect(resolveSkill('react')).toMatchObject({ via: 'label' });
    expect(resolveSkill('ReactJS')).toMatchObject({ via: 'alias' });
    expect(resolveSkill('Wordpres')).toMatchObject({ via: 'fuzzy', skill: { slug: 'wordpress' } });
  });

  test('offers what it does not know as a new term, with neighbours to choose from', () => {
    const found = resolveSkill('  Facilitation of  beekeeping ');
    if (found.kind === 'known') throw new Error('should be unknown');
    expect(found.proposal).toEqual({
      label: 'Facilitation of beekeeping',
      slug: 'facilitation-of-beekeeping',
    });
    expect(found.suggestions.map((skill) => skill.slug)).toContain('facilitation');
  });

  test('a proposal always has a slug that is free and well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (text) => {
        const found = resolveSkill(text);
        if (found.kind === 'known') return;
        expect(slug.safeParse(found.proposal.slug).success).toBe(true);
        expect(skills.some((skill) => skill.slug === found.proposal.slug)).toBe(false);
      }),
    );
    expect(resolveSkill('编程语言')).toMatchObject({ kind: 'unknown', proposal: { label: '编程语言' } });
  });
});

describe('skillsInText', () => {
  const found = (text: string) => skillsInText(text).map((each) => each.slug);

  test('takes the longest name, with word bounds and plurals, at its place in the original', () => {
    const text = 'We moved the Réseau site from Drupal to a React Native app and REST APIs.';
    expect(found(text)).toEqual(['drupal', 'react-native', 'api-design']);
    for (const { at } of skillsInText(text)) expect(text.slice(at)).toMatch(/^(Drupal|React|REST)/);
    expect(found('Drupalcon, cssx and reactjsx')).toEqual([]);
  });

  test('reads ordinary words as such', () => {
    expect(found('We react quickly, go swiftly and rust never sleeps. Go and see.')).toEqual([]);
    expect(found('The service is written in Rust, the tools in Go.')).toEqual(['rust', 'go']);
    expect(found('Plan C and R&D')).toEqual([]);
    expect(found('It works on iOS, uses JS and C#.')).toEqual(['ios', 'javascript', 'csharp']);
    expect(found('the pia was by the sig')).toEqual([]);
  });

  test('finds names in other languages', () => {
    expect(found('Auditoría de accesibilidad y protección de datos')).toEqual([
      'accessibility-audit',
      'data-protection',
    ]);
  });
});
