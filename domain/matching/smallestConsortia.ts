import { budgetOf } from './budget.ts';
import { toUnits } from './consortium.ts';
import type { Consortium, ConsortiumCoop, ConsortiumRequirement, Obstacle } from './consortium.ts';
import { pairKey } from './coordinationCost.ts';
import { coverableSets } from './coverableSets.ts';
import { obstacles } from './obstacles.ts';
import { bestOf, consortiumOf, searchConsortia } from './searchConsortia.ts';
import type { ConsortiumSearch, Found } from './searchConsortia.ts';
import { canDo } from './shareParts.ts';

export interface ConsortiumQuestion {
  requirements: readonly ConsortiumRequirement[];
  coops: readonly ConsortiumCoop[];
  /** Co-ops that have to be in: the lead first. */
  include?: readonly string[];
  /** Most members that a consortium may have; 8 unless told. */
  most?: number;
  /** Most alternatives to return; 20 unless told. */
  limit?: number;
  /** Pairs of co-ops that did a job together. */
  jointWork?: readonly (readonly [string, string])[];
  /** A running clock in milliseconds, and for how long the search may go on by it. */
  clock?: () => number;
  timeLimitMs?: number;
}

export interface ConsortiumAnswer {
  /** The smallest consortia, best first (domain rules, section 4); when impossible, the best partial covers. */
  consortia: Consortium[];
  proof: 'proved_smallest' | 'best_found' | 'impossible';
  /** No consortium that covers as many musts as these has fewer members. */
  lowerBound: number;
  /** Whether the search has looked at every alternative that could belong in the list. */
  isComplete: boolean;
  obstacles: Obstacle[];
}

const MOST_MEMBERS = 8;
const MOST_ALTERNATIVES = 20;
/** Ends a search that has no clock. */
const MOST_STEPS = 1_000_000;

/**
 * The fewest co-ops whose free days can be assigned to the musts, each must covered by members with strength 0.5 or
 * more, and all alternatives of that size up to a limit. Shoulds are shared out where days are left and never block.
 * Without any must there is nothing to cover: the included co-op alone, or nobody.
 */
export function smallestConsortia(question: ConsortiumQuestion): ConsortiumAnswer {
  const search = searchFor(question);
  const { musts, coops, limit, budget } = search;
  if (musts.length === 0) return nothingToCover(search);

  const inTheWay = obstacles(musts, coops);
  const demands = musts.map((must) => toUnits(must.days));
  const givers = coops.map((coop) => ({ can: canDo(coop, musts), units: toUnits(coop.freeDays) }));
  for (const sets of coverableSets(demands, givers, budget)) {
    const tried = sets.map((set) =>
      searchConsortia(
        search,
        musts.filter((_, need) => (set & (1 << need)) !== 0),
      ),
    );
    const best = bestOf(tried, limit);
    if (best !== undefined) return answer(best, inTheWay);
    if (inTheWay.length === 0 && tried[0] !== undefined) inTheWay.push(notWithin(search, tried[0]));
  }
  return {
    consortia: [],
    proof: 'impossible',
    lowerBound: 0,
    isComplete: !budget.isSpent(),
    obstacles: inTheWay,
  };
}

function searchFor(question: ConsortiumQuestion): ConsortiumSearch {
  const coops = question.coops.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { include = [], clock, timeLimitMs } = question;
  const unknown = include.find((id) => !coops.some((coop) => coop.id === id));
  if (unknown !== undefined) {
    throw new RangeError(`A co-op to include is not among those to choose from: ${unknown}`);
  }
  return {
    musts: question.requirements.filter((requirement) => requirement.priority === 'must'),
    shoulds: question.requirements.filter((requirement) => requirement.priority === 'should'),
    coops,
    include,
    most: question.most ?? MOST_MEMBERS,
    limit: question.limit ?? MOST_ALTERNATIVES,
    jointWork: new Set(question.jointWork?.map(([a, b]) => pairKey(a, b))),
    budget: budgetOf({
      steps: MOST_STEPS,
      ...(clock === undefined ? {} : { clock }),
      ...(timeLimitMs === undefined ? {} : { milliseconds: timeLimitMs }),
    }),
  };
}

function answer(found: Found, inTheWay: Obstacle[]): ConsortiumAnswer {
  const proof = found.isProved ? 'proved_smallest' : 'best_found';
  return {
    consortia: found.consortia.map(({ consortium }) => consortium),
    proof: inTheWay.length === 0 ? proof : 'impossible',
    lowerBound: found.lowerBound,
    isComplete: found.isComplete,
    obstacles: inTheWay,
  };
}

function nothingToCover(search: ConsortiumSearch): ConsortiumAnswer {
  const included = search.coops.filter((coop) => search.include.includes(coop.id));
  return {
    consortia: included.length === 0 ? [] : [consortiumOf(search, [], included)],
    proof: 'proved_smallest',
    lowerBound: included.length,
    isComplete: true,
    obstacles: [],
  };
}

/** All co-ops together have the days, but no consortium of the size that is allowed was found. */
function notWithin(search: ConsortiumSearch, whole: Found): Obstacle {
  const atLeast = `All musts together take at least ${whole.lowerBound} co-ops`;
  return {
    requirementId: search.musts[0]?.id ?? '',
    requirementIds: search.musts.map(({ id }) => id),
    missingDays: 0,
    sentence: whole.isProved
      ? `${atLeast}, and a consortium may have ${search.most}.`
      : `${atLeast}; the search ran out of time before it found them.`,
  };
}
