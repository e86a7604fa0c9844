import { expect, test } from '@jest/globals';
import type { PastWork } from './pastWork.ts';
import { createPastWorkSignals } from './pastWorkSignals.ts';
import type { SignalName } from './signals.ts';

function work(id: string, text: string, coops: string[], client: string): PastWork {
  return { id, text, client, day: 20_000, coops };
}

const works = [
  work('1', 'Safety goggles for the brigade', ['optics', 'lenses'], 'Ministry of Home Affairs - Brigade'),
  work('2', 'Spectacles for patients', ['lenses'], 'Ministry of Health - Headquarters'),
  work('3', 'Repair of lifts', ['lifts'], 'City'),
];

/** What the signal says of each co-op by its id. */
function asked(signal: SignalName, text: string, client: string): Record<string, number> {
  const signals = createPastWorkSignals(works, () => '');
  const answer = signals.ask({ text, client })[signal];
  return Object.fromEntries(signals.coops.map((coop, at) => [coop, answer[at] ?? 0]));
}

test('words that only kin have used count too, but less than the own', () => {
  const { optics = 0, lenses = 0, lifts } = asked('wording', 'Spectacles', 'City');
  expect(lenses).toBeGreaterThan(optics);
  expect(optics).toBeGreaterThan(0);
  expect(lifts).toBe(0);
});

test('a vote goes on to who won a panel with its co-op', () => {
  const { optics = 0, lifts } = asked('partnersOfNear', 'Spectacles for patients', 'City');
  expect(optics).toBeGreaterThan(0);
  expect(lifts).toBe(0);
});

test('offices of one house count as one client', () => {
  const wins = asked('houseWins', 'Anything', 'Ministry of Health - Clinics');
  expect(wins).toEqual({ optics: 0, lenses: 1, lifts: 0 });
  expect(asked('houseWins', 'Anything', 'Nobody')).toEqual({ optics: 0, lenses: 0, lifts: 0 });
});

test('who wins alone is told from who wins in panels', () => {
  expect(asked('alone', 'Anything', 'City')).toEqual({
    optics: expect.closeTo(0.5, 6),
    lenses: expect.closeTo(0.75, 6),
    lifts: 1,
  });
});
