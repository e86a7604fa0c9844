import type { FitTerm, RequirementFit } from '../opportunity/schema.ts';
import { freeDaysFor } from './freeDays.ts';
import type { MatchableCoop, MatchableTender } from './matchable.ts';
import { requirementFit } from './requirementFit.ts';
import {
  capacityTerm,
  evidenceTerm,
  languageTerm,
  placeTerm,
  sectorTerm,
  skillTerms,
  valuesTerm,
} from './terms.ts';
import type { Weights } from './weights.ts';

/** How well a co-op fits a tender, 0 to 1, as the terms that sum to it. */
export interface Fit {
  score: number;
  terms: FitTerm[];
  requirements: RequirementFit[];
  /** Requirements that the co-op does not cover, in the tender's order. */
  missing: string[];
  freeDays: number;
}

/** The fit of one co-op to one tender; the score is the sum of the terms in their order (domain rules, section 4). */
export function fit(coop: MatchableCoop, tender: MatchableTender, weights: Weights, now: Date): Fit {
  const { profile } = coop;
  const { content } = tender;
  const requirements = content.requirements.map((wanted) => requirementFit(profile, wanted, now));
  const freeDays = freeDaysFor(profile, content, now);
  const terms = [
    ...skillTerms(profile, content, requirements, weights),
    evidenceTerm(profile, tender, weights),
    capacityTerm(freeDays, content, weights),
    sectorTerm(profile, content, weights),
    placeTerm(profile, content, weights),
    languageTerm(profile, content, weights),
    valuesTerm(profile, content, weights),
  ];
  return {
    score: terms.reduce((sum, term) => sum + term.value, 0),
    terms,
    requirements,
    missing: requirements.filter((each) => !each.isCovered).map((each) => each.requirementId),
    freeDays,
  };
}
