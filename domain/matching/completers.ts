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
 * For each co-op the eligible others that cover what it misses: most musts first, then most requirements, best fit,
 * id. A hint for a mail; the consortium search says who together really has the days. Co-ops that miss the same share
 * one answer, so that a network is not looked through once for each of its members.
 */
export function completersIn(
  requirements: readonly Pick<Requirement, 'id' | 'priority'>[],
  all: readonly MatchOf[],
): (own: MatchOf) => Completer[] {
  const helpers = all.filter((match) => match.isEligible && match.missing.length < requirements.length);
  const known = new Map<string, Completer[]>();
  return (own) => {
    const key = own.missing.join(' ');
    // One more than is shown, since the co-op itself is not its own completer.
    const ranked = known.get(key) ?? rank(requirements, own.missing, helpers).slice(0, MOST_COMPLETERS + 1);
    known.set(key, ranked);
    return ranked.filter((completer) => completer.coopId !== own.coopId).slice(0, MOST_COMPLETERS);
  };
}

function rank(
  requirements: readonly Pick<Requirement, 'id' | 'priority'>[],
  missing: readonly string[],
  helpers: readonly MatchOf[],
): Completer[] {
  const wanted = requirements.filter((requirement) => missing.includes(requirement.id));
  return helpers
    .map((helper) => {
      const done = wanted.filter((requirement) => !helper.missing.includes(requirement.id));
      return { helper, done, musts: done.filter((requirement) => requirement.priority === 'must').length };
    })
    .filter(({ done }) => done.length > 0)
    .toSorted(
      (a, b) =>
        b.musts - a.musts ||
        b.done.length - a.done.length ||
        b.helper.score - a.helper.score ||
        (a.helper.coopId < b.helper.coopId ? -1 : 1),
    )
    .map(({ helper, done }) => ({ coopId: helper.coopId, requirementIds: done.map((each) => each.id) }));
}
