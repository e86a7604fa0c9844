import type { MatchTerm } from '../opportunity/schema.ts';

/** The terms of the fit, in the order in which they are told. */
export const termKeys = [
  'skill',
  'evidence',
  'capacity',
  'sector',
  'place',
  'language',
  'values',
] as const satisfies readonly MatchTerm['key'][];

/** One value for each term of the fit. */
export function byTerm<Value>(of: (key: MatchTerm['key']) => Value): Record<MatchTerm['key'], Value> {
  return {
    skill: of('skill'),
    evidence: of('evidence'),
    capacity: of('capacity'),
    sector: of('sector'),
    place: of('place'),
    language: of('language'),
    values: of('values'),
  };
}
