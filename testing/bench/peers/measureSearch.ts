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
/** The others take long enough that compiling does not show. */
const [WARM_UP, PEER_WARM_UP] = [20, 1];
/** Profiles that are made before they are put into the index together, so that making them is not measured. */
const BATCH = 1000;
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
  warmUp: number;
  wordsPerProfile: number;
  buildSeconds: number;
  find(tender: MatchableTender): unknown;
}

const [name = '', countText = '', rounds = ''] = process.argv.slice(2);
const count = Number(countText);

function textOf({ profile }: MatchableCoop): string {
  return profile.projects.map(({ title, text }) => `${title} ${text}`).join(' ');
}

function ourIndex(): Searched {
  const index = createCoopIndex();
  const chance = chanceOf(1);
  let [words, milliseconds] = [0, 0];
  for (let first = 0; first < count; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - first) }, (_, at) =>
      worldCoop(chance, first + at),
    );
    for (const coop of batch) words += textOf(coop).split(' ').length;
    const started = performance.now();
    for (const coop of batch) index.put(coop);
    milliseconds += performance.now() - started;
  }
  return {
    warmUp: WARM_UP,
    wordsPerProfile: words / count,
    buildSeconds: milliseconds / 1000,
    find: (tender) => index.top({ tender, k: K, weights, now }),
  };
}

async function peer(peerName: keyof typeof textSearches): Promise<Searched> {
  const index = textSearches[peerName]();
  const chance = chanceOf(1);
  const texts = Array.from({ length: count }, (_, number) => textOf(worldCoop(chance, number)));
  const started = performance.now();
  await index.add(texts);
  return {
    warmUp: PEER_WARM_UP,
    wordsPerProfile: texts.reduce((sum, text) => sum + text.split(' ').length, 0) / count,
    buildSeconds: (performance.now() - started) / 1000,
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

const before = memory();
const searched = isPeer(name) ? await peer(name) : ourIndex();
const after = memory();
const times: number[] = [];
const cpuTimes: number[] = [];
for (const tender of tenderWorld(2, searched.warmUp + Number(rounds))) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await searched.find(tender);
  times.push(performance.now() - started);
  const { user, system } = process.cpuUsage(cpu);
  cpuTimes.push((user + system) / 1000);
}
const measured: Measured = {
  times: times.slice(searched.warmUp),
  cpuTimes: cpuTimes.slice(searched.warmUp),
  buildSeconds: searched.buildSeconds,
  indexMegabytes: after.index - before.index,
  residentMegabytes: after.resident - before.resident,
  wordsPerProfile: searched.wordsPerProfile,
};
console.log(JSON.stringify(measured));
