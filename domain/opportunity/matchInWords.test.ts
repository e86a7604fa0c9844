import { describe, expect, test } from '@jest/globals';
import { emptyTender } from '../tender/schema.ts';
import type { Requirement } from '../tender/schema.ts';
import { missingInWords } from './matchInWords.ts';

const wanted: Requirement = {
  id: 'r1',
  skill: 'hosting',
  priority: 'should',
  level: 4,
  days: 5,
  certificate: null,
  language: null,
  note: '',
};
const held = { requirementId: 'r1', heldSkill: 'hosting', sem: 1, lvl: 1, ev: 1, rec: 1, isCovered: false };

function said(requirement: Partial<Requirement>, fit: Partial<typeof held> | null): string[] {
  const content = { ...emptyTender, requirements: [{ ...wanted, ...requirement }] };
  const factors = { ...held, ...fit };
  const strength = factors.sem * factors.lvl * factors.ev * factors.rec;
  return missingInWords(
    { missing: ['r1'], requirements: fit === null ? [] : [{ ...factors, strength }] },
    content,
  );
}

describe('what a co-op lacks', () => {
  test('is the skill where it has nothing like it', () => {
    expect(said({}, null)).toEqual(['Hosting']);
  });
  test('is the certificate or the language where it has the skill', () => {
    expect(said({ certificate: 'iso-27001', language: 'de' }, {})).toEqual([
      'ISO/IEC 27001 information security or German for Hosting',
    ]);
  });
  test('is the level that would be enough, where it has the skill at a lower one', () => {
    expect(said({}, { lvl: 0.25 })).toEqual(['Hosting at level 2']);
  });
  test('is practice, where it used the skill long ago', () => {
    expect(said({}, { ev: 0.6, rec: 0.5 })).toEqual(['recent use of Hosting']);
  });
  test('begins with the musts', () => {
    const requirements = [wanted, { ...wanted, id: 'r2', skill: 'react', priority: 'must' as const }];
    expect(
      missingInWords({ missing: ['r1', 'r2'], requirements: [] }, { ...emptyTender, requirements }),
    ).toEqual(['React', 'Hosting']);
  });
});
