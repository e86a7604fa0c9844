import type { MatchTerm } from '../opportunity/schema.ts';

/** How much each term of the fit may add; they sum to 1. */
export type Weights = Readonly<Record<MatchTerm['key'], number>>;

/** The published weights (domain rules, section 4: skills most, type and size of a co-op never). */
export const publishedWeights: Weights = {
  skill: 0.7,
  evidence: 0.08,
  capacity: 0.08,
  sector: 0.05,
  place: 0.03,
  language: 0.03,
  values: 0.03,
};

/** How much a must weighs beside a should. */
export const priorityWeight = { must: 3, should: 1 } as const;

/** Name of the formula, stored with each match so that old and new ones are told apart. */
export const algorithm = 'fit-3';
