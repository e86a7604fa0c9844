import type { Requirement } from '../tender/schema.ts';
import type { CoopMatch } from './matchCoop.ts';

/** A co-op that has to hear of a tender (see `mustHear`): how well it fits, and what it does not cover. */
export type Helper = Pick<CoopMatch, 'score' | 'missing'> & { coopId: string };

/** Who could do what a co-op can't, and which of its missing requirements. */
export interface Completer {
  coopId: string;
  requirementIds: string[];
}

const MOST_COMPLETERS = 5;

/**
 * For each co-op those of the others that cover what it misses: most musts first, then most requirements, best fit,
 * id. A hint for a mail; the consortium search says who together really has the days. Co-ops that miss the same share
 * one answer, so that a network is not looked through once for each of its members.
 */
export function completersIn(
  requirements: readonly Pick<Requirement, 'id' | 'priority'>[],
  all: readonly Helper[],
): (own: Pick<Helper, 'coopId' | 'missing'>) => Completer[] {
  const helpers = bestOfEachKind(all);
  const known = new Map<string, Completer[]>();
  return (own) => {
    const key = own.missing.join(' ');
    const ranked = known.get(key) ?? rank(requirements, own.missing, helpers).slice(0, MOST_COMPLETERS + 1);
    known.set(key, ranked);
    return ranked.filter((completer) => completer.coopId !== own.coopId).slice(0, MOST_COMPLETERS);
  };
}

/**
 * Of those that miss the same, the best ones by fit: among themselves they always rank so, and no others of them are
 * ever named. One more than is named, since a co-op is not its own completer.
 */
function bestOfEachKind(helpers: readonly Helper[]): Helper[] {
  const kinds = new Map<string, Helper[]>();
  for (const helper of helpers.toSorted(byFit)) {
    const key = helper.missing.join(' ');
    const kind = kinds.get(key) ?? [];
    kinds.set(key, kind);
    if (kind.length <= MOST_COMPLETERS) kind.push(helper);
  }
  return [...kinds.values()].flat();
}

function byFit(a: Helper, b: Helper): number {
  return b.score - a.score || (a.coopId < b.coopId ? -1 : 1);
}

function rank(
  requirements: readonly Pick<Requirement, 'id' | 'priority'>[],
  missing: readonly string[],
  helpers: readonly Helper[],
): Completer[] {
  const wanted = requirements.filter((requirement) => missing.includes(requirement.id));
  return helpers
    .map((helper) => {
      const done = wanted.filter((requirement) => !helper.missing.includes(requirement.id));
      return { helper, done, musts: done.filter((requirement) => requirement.priority === 'must').length };
    })
    .filter(({ done }) => done.length > 0)
    .toSorted((a, b) => b.musts - a.musts || b.done.length - a.done.length || byFit(a.helper, b.helper))
    .map(({ helper, done }) => ({ coopId: helper.coopId, requirementIds: done.map((each) => each.id) }));
}
