import highsLoader from 'highs';
import { performance } from 'node:perf_hooks';
import { smallestConsortia } from '@cobid/domain/matching/smallestConsortia.ts';
import { printFigures } from '../figures.ts';
import type { Figure } from '../figures.ts';
import { coverWorld } from '../worlds/coverWorld.ts';
import type { CoverWorld } from '../worlds/coverWorld.ts';

/**
 * Smallest consortia for random tenders, each size checked against the mixed-integer solver HiGHS. A third of the
 * tenders each in a world where days are short (consortia of ten and more), usual, and plenty.
 */
const TENDERS = Number(
  process.argv.find((word) => /^--tenders=\d+$/.test(word))?.slice('--tenders='.length) ?? 120,
);
const SIZES = [50, 200, 500];
const NEEDS = [5, 7, 9];
const MOST_FREE = [12, 24, 60];
const WORST: Record<number, number> = { 200: 100, 500: 1000 };

const highs = await highsLoader();

/** The fewest co-ops by HiGHS: min Σ y, Σ_i x_ij = d_j, Σ_j x_ij ≤ c_i y_i; undefined when it is impossible. */
function sizeByHighs({ requirements, coops }: CoverWorld): number | undefined {
  const able = coops.map((coop, at) => ({
    at,
    days: coop.freeDays,
    needs: requirements.flatMap(({ id }, need) => ((coop.strengths[id] ?? 0) >= 0.5 ? [need] : [])),
  }));
  const useful = able.filter(({ days, needs }) => days > 0 && needs.length > 0);
  const covers = requirements.map(({ days }, need) => {
    const parts = useful.filter(({ needs }) => needs.includes(need)).map(({ at }) => `x${at}_${need}`);
    return parts.length === 0 ? undefined : ` d${need}: ${parts.join(' + ')} = ${days}`;
  });
  if (covers.includes(undefined)) return undefined;
  const solution = highs.solve(
    [
      'Minimize',
      ` size: ${useful.map(({ at }) => `y${at}`).join(' + ')}`,
      'Subject To',
      ...covers,
      ...useful.map(
        ({ at, days, needs }) =>
          ` c${at}: ${needs.map((need) => `x${at}_${need}`).join(' + ')} - ${days} y${at} <= 0`,
      ),
      'Binary',
      ` ${useful.map(({ at }) => `y${at}`).join(' ')}`,
      'End',
    ].join('\n'),
    { mip_rel_gap: 0, mip_abs_gap: 0.5 },
  );
  return solution.Status === 'Optimal' ? Math.round(solution.ObjectiveValue) : undefined;
}

interface Measured {
  milliseconds: number;
  /** Processor time: what it would take on a machine that has nothing else to do. */
  cpuMilliseconds: number;
  highsMilliseconds: number;
  size: number | undefined;
  isWrong: boolean;
  isUnproved: boolean;
}

function measure(world: CoverWorld): Measured {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const answer = smallestConsortia({ ...world, most: world.coops.length });
  const middle = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const truth = sizeByHighs(world);
  const end = performance.now();
  const size = answer.proof === 'impossible' ? undefined : answer.consortia[0]?.members.length;
  return {
    milliseconds: middle - start,
    cpuMilliseconds: (user + system) / 1000,
    highsMilliseconds: end - middle,
    size,
    isWrong: size !== truth,
    isUnproved: answer.proof === 'best_found' || !answer.isComplete,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** A worker that has searched before: the first searches of a process are slower, since it is still compiled. */
for (let seed = 0; seed < 60; seed += 1) {
  const world = coverWorld({ seed, coops: 200, needs: 7, mostFree: MOST_FREE[seed % 3] ?? 12 });
  smallestConsortia({ ...world, most: 200 });
}

const figures: Figure[] = [];
for (const coops of SIZES) {
  const all: Measured[] = [];
  for (const needs of NEEDS) {
    const measured = Array.from({ length: TENDERS }, (_, at) =>
      measure(
        coverWorld({
          seed: coops * 10_000 + needs * 1000 + at,
          coops,
          needs,
          mostFree: MOST_FREE[at % 3] ?? 12,
        }),
      ),
    );
    all.push(...measured);
    const times = measured.map(({ milliseconds }) => milliseconds);
    const sizes = measured.flatMap(({ size }) => size ?? []);
    figures.push({
      name: `${coops} co-ops, ${needs} needs: median`,
      value: Number(quantile(times, 0.5).toFixed(2)),
      unit: 'ms',
      note: `p95 ${quantile(times, 0.95).toFixed(1)}, worst ${Math.max(...times).toFixed(1)}, HiGHS median ${quantile(
        measured.map(({ highsMilliseconds }) => highsMilliseconds),
        0.5,
      ).toFixed(
        1,
      )}, sizes ${Math.min(...sizes)} to ${Math.max(...sizes)}, impossible ${TENDERS - sizes.length}`,
    });
  }
  const goal = WORST[coops];
  figures.push(
    {
      name: `${coops} co-ops: worst`,
      value: Number(Math.max(...all.map(({ milliseconds }) => milliseconds)).toFixed(1)),
      unit: 'ms',
      ...(goal === undefined ? {} : { goal }),
      note: `processor time ${Math.max(...all.map(({ cpuMilliseconds }) => cpuMilliseconds)).toFixed(1)} ms`,
    },
    {
      name: `${coops} co-ops: wrong`,
      value: all.filter(({ isWrong }) => isWrong).length,
      unit: 'tenders',
      goal: 0,
    },
    {
      name: `${coops} co-ops: not proved, or alternatives not all seen`,
      value: all.filter(({ isUnproved }) => isUnproved).length,
      unit: 'tenders',
      goal: 0,
    },
  );
}
const worstOf = (coops: number) =>
  figures.find(({ name }) => name === `${coops} co-ops: worst`)?.value ?? null;
printFigures(figures, {
  bench: 'consortium',
  tendersPerCell: TENDERS,
  coops: SIZES,
  needs: NEEDS,
  checkedAgainst: 'HiGHS',
  wrong: figures.filter(({ name }) => name.endsWith(': wrong')).reduce((sum, { value }) => sum + value, 0),
  worstMs: Object.fromEntries(SIZES.map((coops) => [coops, worstOf(coops)])),
});
