import { expect, test } from '@jest/globals';
import { dotOf, LATENT } from './latentRows.ts';
import { createLatentSpace } from './latentSpace.ts';
import type { PastWork } from './pastWork.ts';
import { createWorkHistory } from './workHistory.ts';
import { createWorkIndex } from './workIndex.ts';

/** Works of one word each: two trades of two words, whose co-ops use both of their words and no other. */
const TRADES = [
  ['goggles', 'spectacles'],
  ['lifts', 'escalators'],
];
const works = Array.from({ length: 1008 }, (_, at): PastWork => {
  const trade = TRADES[at % 2] ?? [];
  const coop = at % 6;
  return {
    id: `w${at}`,
    text: trade[Math.floor(at / 6) % 2] ?? '',
    client: 'City',
    day: at,
    coops: [`c${coop}`],
  };
});

function spaceOf(given: readonly PastWork[]) {
  const history = createWorkHistory(given);
  const texts = history.works.map(({ text }) => text);
  const index = createWorkIndex(texts, history.winnersOf, history.coops.length);
  const { placeOf, trades } = createLatentSpace(history, index);
  const place = (text: string) => placeOf(index.vectorOf(text), -1);
  return { place, trades, history, cosine: (a: string, b: string) => dotOf(place(a), 0, place(b), 0) };
}

test('words that the same co-ops win by come to mean the same, though no work has both', () => {
  const { cosine } = spaceOf(works);
  expect(cosine('goggles', 'spectacles')).toBeGreaterThan(0.5);
  expect(cosine('goggles', 'lifts')).toBeLessThan(0);
});

test('words of works that nobody else won keep their own meaning', () => {
  const strangers = works.map((work, at) => ({ ...work, coops: [`only${at}`] }));
  expect(Math.abs(spaceOf(strangers).cosine('goggles', 'spectacles'))).toBeLessThan(0.2);
});

test('a trade lies where the works of its co-op do, however many they are', () => {
  const work = { id: 'last', text: 'goggles', client: 'City', day: 2000, coops: ['once'] };
  const { place, trades, history } = spaceOf([...works, work]);
  const [once, often] = ['once', 'c0'].map((coop) =>
    dotOf(trades, history.coops.indexOf(coop) * LATENT, place('goggles'), 0),
  );
  expect(once).toBeGreaterThan(0.5);
  expect(often).toBeGreaterThan(0.5);
});

test('of a small past only the words are read', () => {
  const { cosine } = spaceOf(works.slice(0, 48));
  expect(Math.abs(cosine('goggles', 'spectacles'))).toBeLessThan(0.2);
});

test('a text without a known word has no place', () => {
  const { place } = spaceOf(works.slice(0, 48));
  expect(place('zzz').every((value) => value === 0)).toBe(true);
});
