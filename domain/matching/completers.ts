import type { Requirement } from '../tender/schema.ts';
import type { CoopMatch } from './matchCoop.ts';

/** A match with the co-op that it is about. */
export type MatchOf = Pick<CoopMatch, 'isEligible' | 'score' | 'missing'> & { coopId: string };

/** Who could do what a co-op can't, and which of its missing requirements. */
export interface Completer {
  coopId: string;
  requirementIds: string[];
}

const MOST_COMPLETERS = 5;

/**
 * The eligible co-ops that cover what this one misses: most musts first, then most requirements, best fit, id.
 * A hint for a mail; the consortium search says who together really has the days.
 */
export function completers(
  requirements: readonly Pick<Requirement, 'id' | 'priority'>[],
  own: MatchOf,
  all: readonly MatchOf[],
  most = MOST_COMPLETERS,
): Completer[] {
  if (own.missing.length === 0) return [];
  const wanted = requirements.filter((requirement) => own.missing.includes(requirement.id));
  return all
    .filter((other) => other.isEligible && other.coopId !== own.coopId)
    .map((other) => {
      const done = wanted.filter((requirement) => !other.missing.includes(requirement.id));
      return { other, done, musts: done.filter((requirement) => requirement.priority === 'must').length };
    })
    .filter(({ done }) => done.length > 0)
    .toSorted(
      (a, b) =>
        b.musts - a.musts ||
        b.done.length - a.done.length ||
        b.other.score - a.other.score ||
        (a.other.coopId < b.other.coopId ? -1 : 1),
    )
    .slice(0, most)
    .map(({ other, done }) => ({ coopId: other.coopId, requirementIds: done.map((each) => each.id) }));
}
