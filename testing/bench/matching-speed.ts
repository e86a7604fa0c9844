import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { printFigures } from '../figures.ts';
import type { Figure } from '../figures.ts';
import { textSearches } from './peers/textSearches.ts';
import type { Measured } from './peers/measureSearch.ts';

/**
 * One tender against 1,000, 10,000 and 100,000 profiles of the synthetic network: the product's index asked for the 100
 * best fits, beside libraries for text search asked for 100 texts by 15 words of the tender. Each in a process of its
 * own, so that the memory of one is not another's; `--most=10000` leaves out what is larger.
 */
const SIZES = [1000, 10_000, 100_000];
const ROUNDS = 200;
/** The others take up to seconds each at 100,000 profiles, and vary less. */
const peerRounds = (count: number) => (count < 100_000 ? 10 : 3);
const run = promisify(execFile);
const most = Number(
  process.argv.find((word) => word.startsWith('--most='))?.slice('--most='.length) ?? Infinity,
);

async function measure(name: string, count: number, rounds: number): Promise<Measured> {
  const program = join(import.meta.dirname, 'peers/measureSearch.ts');
  const { stdout } = await run(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=6000',
      '--import',
      'tsx',
      program,
      name,
      String(count),
      String(rounds),
    ],
    { maxBuffer: 10_000_000 },
  );
  return JSON.parse(stdout);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const rounded = (value: number) => Number(value.toPrecision(3));
const inThousands = (count: number) => `${count / 1000}k`;

async function measureAll(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const medians: number[] = [];
  for (const count of SIZES.filter((size) => size <= most)) {
    const own = await measure('index', count, ROUNDS);
    const median = quantile(own.times, 0.5);
    medians.push(median);
    const isLargest = count === 100_000;
    figures.push({
      name: `index, ${inThousands(count)} profiles: median`,
      value: rounded(median),
      unit: 'ms',
      ...(isLargest ? { goal: 5 } : {}),
      note: `p95 ${rounded(quantile(own.times, 0.95))} ms, median of processor time ${rounded(quantile(own.cpuTimes, 0.5))} ms`,
    });
    for (const peer of Object.keys(textSearches)) {
      const other = await measure(peer, count, peerRounds(count));
      const theirs = quantile(other.times, 0.5);
      figures.push(
        {
          name: `${peer}, ${inThousands(count)} profiles: median`,
          value: rounded(theirs),
          unit: 'ms',
          note: `${rounded(other.wordsPerProfile)} words a profile, built in ${rounded(other.buildSeconds)} s, ${rounded(other.indexMegabytes)} MB`,
        },
        {
          name: `${peer}, ${inThousands(count)} profiles: as many times slower`,
          value: rounded(theirs / median),
          unit: 'times',
          ...(isLargest ? { atLeast: peer === 'minisearch' ? 10 : 1 } : {}),
        },
      );
    }
    figures.push(
      {
        name: `index, ${inThousands(count)} profiles: memory`,
        value: rounded(own.indexMegabytes),
        unit: 'MB',
        ...(isLargest ? { goal: 600 } : {}),
        note: `heap and array buffers; resident memory grew by ${rounded(own.residentMegabytes)} MB`,
      },
      {
        name: `index, ${inThousands(count)} profiles: built`,
        value: rounded(own.buildSeconds),
        unit: 's',
        ...(isLargest ? { goal: 30 } : {}),
      },
    );
  }
  const [first, last] = [medians[0] ?? 0, medians.at(-1) ?? 0];
  if (medians.length === SIZES.length) {
    figures.push({
      name: '100 times the profiles cost',
      value: rounded(last / first),
      unit: 'times',
      goal: 10,
    });
  }
  return figures;
}

printFigures(await measureAll());
