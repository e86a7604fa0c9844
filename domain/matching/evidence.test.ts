import { describe, expect, test } from '@jest/globals';
import { networkWorld, tenderWorld, worldNow as now } from '@cobid/testing/worlds/networkWorld.ts';
import fc from 'fast-check';
import type { PastProject } from '../coop/schema.ts';
import type { TenderContent } from '../tender/schema.ts';
import { fit } from './fit.ts';
import { groundsInWords } from './groundsInWords.ts';
import { coopWith, must, tenderWith } from './testWorld.ts';
import { publishedWeights as weights } from './weights.ts';

const content = {
  title: 'A booking platform for halls',
  requirements: [must('a', 'react'), must('b', 'postgresql')],
};

function project(id: string, title: string, skills: string[] = []): PastProject {
  return { id, title, text: '', year: 2025, client: '', skills, sector: null };
}

function evidence(
  projects: PastProject[],
  wanted: Partial<TenderContent> = content,
  clientName: string | null = null,
) {
  const tender = { ...tenderWith(wanted), clientName };
  const { terms } = fit(coopWith({ projects }), tender, weights, now);
  const term = terms.find(({ key }) => key === 'evidence');
  if (term === undefined) throw new Error('The fit has no evidence term.');
  return { value: term.value, said: groundsInWords(term.grounds) };
}

const alike = project('p1', 'Booking platform for community halls', ['react']);
const near = project('p2', 'Ferry times', ['react']);
const far = project('p3', 'Podcast', ['audio-production']);

describe('the evidence of past projects', () => {
  test('is the most similar project, and half of the next where there is room', () => {
    const [first, second] = [evidence([alike]).value, evidence([near]).value];
    const both = evidence([near, alike]);
    expect(second).toBeGreaterThan(0);
    expect(first).toBeGreaterThan(second);
    const [high, low] = [first / weights.evidence, second / weights.evidence];
    expect(both.value).toBeCloseTo(weights.evidence * (high + ((1 - high) * low) / 2), 12);
    expect(both.said).toBe('Projects: Booking platform for community halls (2025), Ferry times (2025)');
  });

  test('is not more for a longer list', () => {
    const both = evidence([alike, near]);
    expect(evidence([alike, near, near, near, far])).toEqual(evidence([alike, near, near]));
    expect(evidence([far, alike, far])).toEqual(evidence([alike]));
    expect(evidence([alike, near, far])).toEqual(both);
  });

  test('is more where the work was for the same client, however its name is written', () => {
    const forThem = { ...near, client: ' ÉLAN  Co-op.' };
    const usual = evidence([near], content, 'Elan Co op').value / weights.evidence;
    const known = evidence([forThem], content, 'Elan Co op');
    expect(known.value / weights.evidence).toBeCloseTo(usual + (1 - usual) * 0.2, 12);
    expect(known.said).toBe('Project: Ferry times (2025, for this client)');
    expect(evidence([forThem], content, 'Elan').value / weights.evidence).toBe(usual);
    expect(evidence([forThem], content, null).value / weights.evidence).toBe(usual);
  });

  test('is nothing for a client without similar work, nor for nobody', () => {
    expect(evidence([{ ...far, client: 'Élan' }], content, 'Élan').value).toBe(0);
    expect(evidence([{ ...near, client: '' }], content, '…').said).toBe('Project: Ferry times (2025)');
  });

  test('does not come from what every tender says, nor from a single word', () => {
    const formal = {
      ...content,
      title: 'Tender for the provision of services: a contract for a period of two years',
    };
    expect(evidence([project('p4', 'Provision of services for a period, by contract')], formal).value).toBe(
      0,
    );
    const summary =
      'moorings bollards capstans winches hawsers jetties quays tugboats ropes cranes barges sluices';
    const text =
      'looms shuttles spindles bobbins carding spinning weaving dyeing fulling napping cropping tenters';
    expect(evidence([{ ...project('p5', 'Halls'), text }], { ...content, summary })).toEqual({
      value: 0,
      said: 'No past project that is like it',
    });
  });

  test('never falls when a project is added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(3), (seed, more) => {
        const [coop, other] = networkWorld(seed, 2);
        const [tender] = tenderWorld(seed, 1);
        if (coop === undefined || other === undefined || tender === undefined) return;
        const added = other.profile.projects
          .slice(0, more + 1)
          .map((each) => ({ ...each, id: `q${each.id}` }));
        const grown = {
          ...coop,
          profile: { ...coop.profile, projects: [...coop.profile.projects, ...added] },
        };
        const of = (each: typeof coop) =>
          fit(each, tender, weights, now).terms.find(({ key }) => key === 'evidence')?.value ?? 0;
        expect(of(grown)).toBeGreaterThanOrEqual(of(coop));
      }),
      { numRuns: 200 },
    );
  });
});
