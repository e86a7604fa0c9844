import type { MatchTerm } from '../opportunity/schema.ts';

/** Between what a network may set the weight of one term, as shares of the whole fit. */
export interface WeightBound {
  least: number;
  most: number;
}

/**
 * The published bounds of the weights: skills always weigh more than all else together (domain rules, section 4), and
 * no other term can be switched off or grow beyond double.
 */
export const weightBounds: Readonly<Record<MatchTerm['key'], WeightBound>> = {
  skill: { least: 0.55, most: 0.85 },
  evidence: { least: 0.04, most: 0.16 },
  capacity: { least: 0.04, most: 0.16 },
  sector: { least: 0.025, most: 0.1 },
  place: { least: 0.015, most: 0.06 },
  language: { least: 0.015, most: 0.06 },
  values: { least: 0.015, most: 0.06 },
};
