import type { Requirement } from '../tender/schema.ts';

/** So many eligible co-ops do not cover these requirements of a tender, and cover all others. */
export interface CovererKind {
  missing: readonly string[];
  count: number;
}

export interface ThinRequirement {
  requirementId: string;
  /** Nobody, or one co-op on which all depends. */
  coverers: 0 | 1;
}

/** Requirements that nobody or only one of the co-ops covers, in the tender's order. */
export function thinRequirements(
  requirements: readonly Pick<Requirement, 'id'>[],
  kinds: readonly CovererKind[],
): ThinRequirement[] {
  return requirements.flatMap(({ id }): ThinRequirement[] => {
    const coverers = kinds
      .filter(({ missing }) => !missing.includes(id))
      .reduce((sum, { count }) => sum + count, 0);
    return coverers === 0 || coverers === 1 ? [{ requirementId: id, coverers }] : [];
  });
}
