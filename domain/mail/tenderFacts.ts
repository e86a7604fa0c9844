import type { TenderContent } from '../tender/schema.ts';

/** The parts of a tender that a co-op's answer depends on: a change of one of them is worth hearing of again. */
export function tenderFacts(content: TenderContent) {
  const { requirements, budget, currency, questionsUntil, deadline, start, end } = content;
  const { workplace, country, city, languages, criteria } = content;
  return {
    requirements,
    budget,
    currency,
    questionsUntil,
    deadline,
    start,
    end,
    workplace,
    country,
    city,
    languages,
    criteria,
  };
}
