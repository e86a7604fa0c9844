import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boundedWeights } from '@cobid/testing/worlds/boundedWeights.ts';
import type { CoopProfile } from '../coop/schema.ts';
import { emptyProfile } from '../coop/schema.ts';
import { triedChanges } from './explanation.ts';
import { fit } from './fit.ts';
import type { FitTerm } from '../opportunity/schema.ts';
import { groundsInWords } from './groundsInWords.ts';
import { matchCoop } from './matchCoop.ts';
import { matchNetwork } from './matchNetwork.ts';
import { coopWith, held, must, now, tenderWith } from './testWorld.ts';
import { publishedWeights } from './weights.ts';
import type { Weights } from './weights.ts';

const full = {
  skills: [held('react')],
  freeDays: [
    { month: '2027-01', days: 6 },
    { month: '2027-02', days: 4 },
    { month: '2026-12', days: 20 },
  ],
};

test('the published weights sum to 1', () => {
  const sum = Object.values(publishedWeights).reduce((total, weight) => total + weight, 0);
  expect(sum).toBeCloseTo(1, 12);
});

const saidOf = (term: FitTerm | undefined) => (term === undefined ? '' : groundsInWords(term.grounds));

describe('a co-op that has all a tender asks for', () => {
  const match = matchCoop(coopWith(full), tenderWith({ requirements: [must('a', 'react')] }), now);

  test('fits fully but for the evidence of past projects', () => {
    expect(match).toMatchObject({ isEligible: true, missing: [], freeDays: 10, algorithm: 'fit-3' });
    expect(match.score).toBeCloseTo(1 - publishedWeights.evidence, 9);
    expect(match.terms[0]).toMatchObject({ key: 'skill', requirementId: 'a' });
    expect(saidOf(match.terms[0])).toBe('React, level 4, used 2026-11');
  });
});

describe('strength of a requirement', () => {
  const strength = (profile: Partial<CoopProfile>, changes = {}) =>
    matchCoop(coopWith(profile), tenderWith({ requirements: [must('a', 'react', changes)] }), now)
      .requirements[0];

  test('is the product of nearness, level, evidence and recency', () => {
    const skills = [held('react', { level: 2, verifiedReferences: 1, lastUsed: '2023-11' })];
    expect(strength({ skills }, { level: 4 })).toMatchObject({
      sem: 1,
      lvl: 0.5,
      ev: 0.8,
      rec: 0.5,
      strength: 0.2,
    });
  });
  test('takes a broader skill for half and never counts unknown use as recent', () => {
    const skills = [held('javascript', { lastUsed: null })];
    expect(strength({ skills })).toMatchObject({
      heldSkill: 'javascript',
      sem: 0.5,
      rec: 0.5,
      isCovered: false,
    });
  });
  test('is nothing without a related skill', () => {
    expect(strength({ skills: [held('welsh-translation')] })).toMatchObject({ strength: 0, heldSkill: null });
  });
  test('covers only with a live certificate and the language that the requirement asks for', () => {
    const asks = { certificate: 'iso-27001', language: 'es' };
    const skills = [held('react')];
    const certificates = [{ certificate: 'iso-27001', expires: '2026-11-21' }];
    expect(strength({ skills, languages: ['es'] }, asks)?.isCovered).toBe(false);
    expect(strength({ skills, certificates }, asks)?.isCovered).toBe(false);
    expect(strength({ skills, certificates, languages: ['es'] }, asks)?.isCovered).toBe(true);
    const expired = [{ certificate: 'iso-27001', expires: '2026-11-20' }];
    expect(strength({ skills, certificates: expired, languages: ['es'] }, asks)?.isCovered).toBe(false);
  });
});

describe('eligibility', () => {
  const codes = (
    profile: Partial<CoopProfile>,
    content = {},
    clientId: string | null = null,
    isCoop = true,
  ) =>
    matchCoop({ ...coopWith(profile), isCoop }, tenderWith(content, clientId), now).ineligibilities.map(
      ({ code }) => code,
    );
  const band = { budget: { kind: 'band', minMinor: 2_000_000, maxMinor: 4_000_000 } } as const;
  const bounds = (minMinor: number | null, maxMinor: number | null, currency: 'EUR' | 'GBP' = 'EUR') => ({
    valueBounds: { minMinor, maxMinor, currency },
  });

  test.each([
    ['class_not_matched', codes({}, {}, null, false)],
    ['own_tender', codes({}, {}, 'aaaaaaaaaaaaaaaaaaaaaaaa')],
    ['paused', codes({ isPaused: true })],
    ['paused', codes({ isPaused: true, pausedUntil: '2026-11-22' })],
    ['red_line', codes({ redLines: ['weapons'] }, { touches: ['weapons'] })],
    ['red_line', codes({ redLines: ['weapons'] }, { sector: 'defence' })],
    ['value_too_low', codes(bounds(5_000_000, null), band)],
    ['value_too_high', codes(bounds(null, 1_000_000), band)],
    ['certificate_missing', codes({}, { requirements: [must('a', 'react', { certificate: 'iso-27001' })] })],
    ['deadline_passed', codes({}, { deadline: '2026-11-21T09:00:00Z' })],
    ['language_missing', codes({ languages: ['en'] }, { languages: ['es'] })],
  ])('%s', (code, found) => {
    expect(found).toEqual([code]);
  });

  test.each([
    ['a pause that is over', codes({ isPaused: true, pausedUntil: '2026-11-21' })],
    ['bounds in another currency', codes(bounds(5_000_000, null, 'GBP'), band)],
    ['a budget that is not disclosed', codes(bounds(5_000_000, null), { budget: { kind: 'not_disclosed' } })],
    ['languages that nobody has said', codes({ languages: [] }, { languages: ['es'] })],
    [
      'a certificate that only one part asks for',
      codes({}, { requirements: [must('a', 'react', { certificate: 'iso-27001' }), must('b', 'ux-design')] }),
    ],
  ])('is not lost by %s', (_, found) => {
    expect(found).toEqual([]);
  });
});

test('a tender without requirements has a clear answer', () => {
  const match = matchCoop(coopWith(full), tenderWith({ requirements: [] }), now);
  expect(match).toMatchObject({ isEligible: true, missing: [], requirements: [] });
  expect(match.terms[0]?.value).toBe(0);
  expect(saidOf(match.terms[0])).toBe('The tender names no requirement');
});

test('past projects stand for themselves: a longer list without likeness changes nothing', () => {
  const project = (id: string, title: string, skills: string[]) => ({
    id,
    title,
    text: '',
    year: 2025,
    client: '',
    skills,
    sector: null,
  });
  const like = project('p1', 'Booking platform for community halls', ['react']);
  const unlike = project('p2', 'Podcast', ['audio-production']);
  const content = { title: 'A booking platform for halls', requirements: [must('a', 'react')] };
  const one = matchCoop(coopWith({ ...full, projects: [like] }), tenderWith(content), now);
  const two = matchCoop(coopWith({ ...full, projects: [unlike, like] }), tenderWith(content), now);
  expect(two.score).toBe(one.score);
  expect(saidOf(one.terms.find(({ key }) => key === 'evidence'))).toBe(
    'Project: Booking platform for community halls (2025)',
  );
});

test('says what would change it', () => {
  const profile = { ...full, skills: [held('react', { level: 1 })], freeDays: [] };
  const match = matchCoop(
    coopWith(profile),
    tenderWith({ requirements: [must('a', 'react'), must('b', 'postgresql')] }),
    now,
  );
  expect(match.changes.map(({ sentence }) => sentence)).toEqual([
    'With React at level 3 you would cover React and your fit would rise from 26 % to 49 %.',
    'With PostgreSQL at level 3, used this month, you would cover PostgreSQL and your fit would rise from 26 % to 47 %.',
  ]);
});

test('says who could complete it, musts first', () => {
  const tender = tenderWith({
    requirements: [
      must('a', 'react'),
      must('b', 'postgresql'),
      must('c', 'ux-design', { priority: 'should' }),
    ],
  });
  const network = matchNetwork(
    [
      coopWith({ skills: [held('react')] }, 'a'.repeat(24)),
      coopWith({ skills: [held('ux-design')] }, 'b'.repeat(24)),
      coopWith({ skills: [held('postgresql')] }, 'd'.repeat(24)),
      coopWith({ skills: [held('postgresql')], isPaused: true }, 'f'.repeat(24)),
    ],
    tender,
    now,
  );
  expect(network.find(({ coopId }) => coopId.startsWith('a'))?.completers).toEqual([
    { coopId: 'd'.repeat(24), requirementIds: ['b'] },
    { coopId: 'b'.repeat(24), requirementIds: ['c'] },
  ]);
});

describe('for any profile, tender and weights of a network', () => {
  const slugs = [
    'react',
    'javascript',
    'frontend',
    'postgresql',
    'sql',
    'ux-design',
    'accessibility',
    'data',
  ];
  const skill = fc.record({
    skill: fc.constantFrom(...slugs),
    level: fc.integer({ min: 1, max: 5 }),
    people: fc.integer({ min: 1, max: 50 }),
    lastUsed: fc.constantFrom(null, '2020-01', '2025-06', '2026-11'),
    evidence: fc.constant(''),
    verifiedReferences: fc.integer({ min: 0, max: 4 }),
  });
  const month = fc.record({
    month: fc.constantFrom('2026-12', '2027-01', '2027-02', '2027-03'),
    days: fc.integer({ min: 0, max: 40 }),
  });
  const profiles = fc
    .record({
      skills: fc.array(skill, { maxLength: 6 }),
      freeDays: fc.array(month, { maxLength: 3 }),
      languages: fc.subarray(['en', 'es', 'de']),
      values: fc.subarray(['open-source', 'privacy']),
      sectors: fc.subarray(['health', 'housing']),
      remote: fc.boolean(),
    })
    .map((parts): CoopProfile => ({ ...emptyProfile, ...parts }));
  const tenders = fc
    .record({
      requirements: fc.array(
        fc.record({
          skill: fc.constantFrom(...slugs),
          priority: fc.constantFrom('must' as const, 'should' as const),
          level: fc.integer({ min: 1, max: 5 }),
          days: fc.integer({ min: 1, max: 40 }),
          certificate: fc.constantFrom(null, 'iso-27001'),
        }),
        { maxLength: 5 },
      ),
      languages: fc.subarray(['en', 'fr']),
      values: fc.subarray(['open-source', 'climate']),
      sector: fc.constantFrom(null, 'health'),
    })
    .map(({ requirements, ...rest }) =>
      tenderWith({ ...rest, requirements: requirements.map((each, at) => must(`r${at}`, each.skill, each)) }),
    );
  const score = (profile: CoopProfile, tender: ReturnType<typeof tenderWith>, weights: Weights) =>
    fit(coopWith(profile), tender, weights, now).score;

  test('the terms sum to the score, which lies between 0 and 1', () => {
    fc.assert(
      fc.property(profiles, tenders, boundedWeights, (profile, tender, weights) => {
        const match = fit(coopWith(profile), tender, weights, now);
        const sum = match.terms.reduce((total, term) => total + term.value, 0);
        expect(Math.abs(sum - match.score)).toBeLessThan(1e-9);
        expect(match.terms.every((term) => term.value >= 0 && term.value <= term.most + 1e-12)).toBe(true);
        expect(match.score).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test('another skill, or more free days, never lowers the own fit', () => {
    fc.assert(
      fc.property(profiles, tenders, boundedWeights, skill, month, (profile, tender, weights, more, days) => {
        const before = score(profile, tender, weights);
        const learned = { ...profile, skills: [more, ...profile.skills] };
        expect(score(learned, tender, weights)).toBeGreaterThanOrEqual(before);
        const freer = { ...profile, freeDays: [...profile.freeDays, days] };
        expect(score(freer, tender, weights)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('the order of skills, days and languages does not matter', () => {
    fc.assert(
      fc.property(profiles, tenders, boundedWeights, (profile, tender, weights) => {
        const turned = {
          ...profile,
          skills: profile.skills.toReversed(),
          freeDays: profile.freeDays.toReversed(),
          languages: profile.languages.toReversed(),
        };
        expect(score(turned, tender, weights)).toBe(score(profile, tender, weights));
      }),
    );
  });

  test('what a co-op is never counts: type, legal form, size, age, fees and people per skill', () => {
    const traits = fc.record({
      legalForm: fc.constantFrom('', 'S. Coop.', 'eG'),
      bases: fc.subarray(['worker', 'freelancer', 'consumer', 'consortium', 'multi-stakeholder']),
      size: fc.integer({ min: 1, max: 900 }),
      founded: fc.integer({ min: 1844, max: 2026 }),
      feePaid: fc.boolean(),
    });
    const described = fc.record({ profile: profiles, is: traits });
    const network = fc.array(described, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(network, tenders, boundedWeights, fc.nat(), (coops, tender, weights, turn) => {
        /** The same profiles with what the co-ops are handed round among them. */
        const matched = (by: number) =>
          matchNetwork(
            coops.map(({ profile }, at) => {
              const is = coops[(at + by) % coops.length]?.is;
              const skills = profile.skills.map((each) => ({ ...each, people: is?.size ?? 1 }));
              return { ...coopWith({ ...profile, skills }, String(at).repeat(24)), ...is };
            }),
            tender,
            now,
            weights,
          );
        expect(matched(turn)).toEqual(matched(0));
      }),
    );
  });

  test('each change is true when applied: the score, and what its sentence says is covered', () => {
    fc.assert(
      fc.property(profiles, tenders, boundedWeights, (profile, tender, weights) => {
        const before = fit(coopWith(profile), tender, weights, now);
        for (const change of triedChanges(coopWith(profile), tender, weights, now, before)) {
          const after = fit(coopWith(change.profileAfter), tender, weights, now);
          expect(after.score).toBe(change.scoreAfter);
          expect(after.score > before.score || after.missing.length < before.missing.length).toBe(true);
          expect(change.sentence.includes('you would cover')).toBe(
            after.missing.length < before.missing.length,
          );
        }
      }),
    );
  });

  test('a network’s matches do not depend on the order of its co-ops', () => {
    fc.assert(
      fc.property(fc.array(profiles, { maxLength: 5 }), tenders, boundedWeights, (many, tender, weights) => {
        const coops = many.map((profile, at) => coopWith(profile, String(at).repeat(24)));
        expect(matchNetwork(coops.toReversed(), tender, now, weights)).toEqual(
          matchNetwork(coops, tender, now, weights),
        );
      }),
    );
  });
});
