import { countWords } from '../text.ts';
import type { TenderContent } from './schema.ts';

/** One question of the clarity check; it advises and never blocks (domain rules, section 2). */
export interface ClarityPoint {
  key: string;
  isClear: boolean;
  advice: string;
}

const MOST_MUSTS = 6;

/** Scores how well a stranger could bid on this text; the share of clear points is the score. */
export function clarity(content: TenderContent): ClarityPoint[] {
  const musts = content.requirements.filter((requirement) => requirement.priority === 'must').length;
  return [
    {
      key: 'problem',
      isClear: countWords(content.problem) >= 30,
      advice: 'Explain the problem in at least 30 words: what happens today, and why that is bad.',
    },
    {
      key: 'users',
      isClear: countWords(content.users) >= 10,
      advice: 'Say who will use the result and what they need.',
    },
    {
      key: 'outcome',
      isClear: countWords(content.outcome) >= 15,
      advice: 'Describe the outcome, not the solution, in a few sentences.',
    },
    {
      key: 'budget',
      isClear: content.budget?.kind === 'band',
      advice: 'A budget band brings bids that fit it.',
    },
    {
      key: 'musts',
      isClear: musts >= 1 && musts <= MOST_MUSTS,
      advice: `Keep to ${MOST_MUSTS} musts at most; make the rest "should".`,
    },
    {
      key: 'dates',
      isClear: [content.questionsUntil, content.deadline, content.decisionBy, content.start].every(
        (date) => date !== null,
      ),
      advice: 'Give a date for every step, so that people can keep time free.',
    },
  ];
}
