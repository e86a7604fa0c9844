import { performance } from 'node:perf_hooks';
import { createCoopIndex } from '@cobid/domain/matching/index/coopIndex.ts';
import { publishedWeights as weights } from '@cobid/domain/matching/weights.ts';
import type { MatchableCoop, MatchableTender } from '@cobid/domain/matching/matchable.ts';
import { tenderWorld, worldCoop, worldNow as now } from '../../worlds/networkWorld.ts';
import { chanceOf } from '../../worlds/random.ts';
import { textSearches } from './textSearches.ts';

/**
 * A process of its own for one way to search and one number of profiles: `measureSearch.ts NAME COUNT ROUNDS`, with
 * --expose-gc. Prints what it measured as JSON.
 */
const K = 100;
const WORDS = 15;
const WARM_UP = 20;
const MEGABYTE = 1024 * 1024;

export interface Measured {
  /** Milliseconds of each round: as they passed, and of processor time (what it would take with nothing else to do). */
  times: number[];
  cpuTimes: number[];
  buildSeconds: number;
  /** Heap and array buffers that the index added, and resident memory, in megabytes. */
  indexMegabytes: number;
  residentMegabytes: number;
  /** Words of a profile's past projects, on average. */
  wordsPerProfile: number;
}

interface Searched {
  build(coops: Iterable<MatchableCoop>): Promise<void> | void;
  find(tender: MatchableTender): unknown;
}

const [name = '', countText = '', rounds = ''] = process.argv.slice(2);
const count = Number(countText);

function* coops(): Generator<MatchableCoop> {
  const chance = chanceOf(1);
  for (let number = 0; number < count; number += 1) yield worldCoop(chance, number);
}

function textOf({ profile }: MatchableCoop): string {
  return profile.projects.map(({ title, text }) => `${title} ${text}`).join(' ');
}

function ourIndex(): Searched {
  const index = createCoopIndex();
  return {
    build: (all) => {
      for (const coop of all) index.put(coop);
    },
    find: (tender) => index.top({ tender, k: K, weights, now }),
  };
}

function peer(peerName: keyof typeof textSearches): Searched {
  const index = textSearches[peerName]();
  return {
    build: (all) => index.add(Array.from(all, textOf)),
    find: ({ content: { title, summary } }) =>
      index.find(`${title} ${summary}`.split(' ').slice(0, WORDS).join(' '), K),
  };
}

function isPeer(word: string): word is keyof typeof textSearches {
  return word in textSearches;
}

function memory() {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { index: (heapUsed + arrayBuffers) / MEGABYTE, resident: rss / MEGABYTE };
}

const tenders = tenderWorld(2, WARM_UP + Number(rounds));
let words = 0;
for (const coop of coops()) words += textOf(coop).split(' ').length;
const searched = isPeer(name) ? peer(name) : ourIndex();
const before = memory();
// Making the profiles is not a part of indexing them, so what it takes is measured and taken off.
const making = performance.now();
for (const coop of coops()) void coop;
const building = performance.now();
await searched.build(coops());
const built = performance.now();
const after = memory();
const times: number[] = [];
const cpuTimes: number[] = [];
for (const tender of tenders) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await searched.find(tender);
  times.push(performance.now() - started);
  const { user, system } = process.cpuUsage(cpu);
  cpuTimes.push((user + system) / 1000);
}
const measured: Measured = {
  times: times.slice(WARM_UP),
  cpuTimes: cpuTimes.slice(WARM_UP),
  buildSeconds: (built - building - (building - making)) / 1000,
  indexMegabytes: after.index - before.index,
  residentMegabytes: after.resident - before.resident,
  wordsPerProfile: words / count,
};
console.log(JSON.stringify(measured));
