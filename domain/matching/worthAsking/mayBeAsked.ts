import type { Requirement } from '../../tender/schema.ts';
import { eligibility } from '../eligibility.ts';
import type { MatchableCoop, MatchableTender } from '../matchable.ts';
import { requirementFit } from '../requirementFit.ts';

/**
 * Whether it makes sense to ask a co-op for what a requirement of a tender asks for: it may be matched to the tender, and
 * does not cover the requirement already. Nobody who said no (red lines, pause, value bounds) is ever suggested.
 */
export function mayBeAsked(
  coop: MatchableCoop,
  tender: Omit<MatchableTender, 'clientName'>,
  wanted: Requirement,
  now: Date,
): boolean {
  return eligibility(coop, tender, now).length === 0 && !requirementFit(coop.profile, wanted, now).isCovered;
}
