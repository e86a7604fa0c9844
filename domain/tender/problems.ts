import type { Problem } from '../problem.ts';
import { countWords } from '../text.ts';
import type { TenderContent } from './schema.ts';

export const SUMMARY_WORDS = 50;

/** What publishing still needs; empty when the tender is complete (domain rules, section 2). */
export function tenderProblems(content: TenderContent, now: Date): Problem[] {
  return [
    ...textProblems(content),
    ...requirementProblems(content),
    ...moneyProblems(content),
    ...dateProblems(content, now),
    ...criteriaProblems(content),
  ];
}

function textProblems(content: TenderContent): Problem[] {
  const problems: Problem[] = [];
  const need = (field: 'title' | 'summary' | 'problem' | 'outcome', message: string) => {
    if (content[field].trim() === '') problems.push({ pointer: `/${field}`, message });
  };
  need('title', 'Give the tender a title that says what is to be done.');
  need('summary', 'Sum it up in 50 words or fewer; this is what co-ops read first.');
  need('problem', 'Say what the problem is. Bids get better when people know why.');
  need('outcome', 'Say what should be true when the work is done.');
  if (countWords(content.summary) > SUMMARY_WORDS) {
    problems.push({
      pointer: '/summary',
      message: `Shorten the summary to ${SUMMARY_WORDS} words; it has ${countWords(content.summary)}.`,
    });
  }
  return problems;
}

function requirementProblems(content: TenderContent): Problem[] {
  if (content.requirements.length === 0) {
    return [
      { pointer: '/requirements', message: 'Add at least one requirement, so that co-ops can be matched.' },
    ];
  }
  const problems: Problem[] = [];
  if (content.requirements.every((requirement) => requirement.priority !== 'must')) {
    problems.push({ pointer: '/requirements', message: 'Mark at least one requirement as a must.' });
  }
  const seen = new Set<string>();
  content.requirements.forEach((requirement, index) => {
    if (seen.has(requirement.id)) {
      problems.push({
        pointer: `/requirements/${index}/id`,
        message: 'Each requirement needs an id of its own.',
      });
    }
    seen.add(requirement.id);
  });
  return problems;
}

function moneyProblems(content: TenderContent): Problem[] {
  if (content.budget === null) {
    return [{ pointer: '/budget', message: 'Give a budget band, or say that it is not disclosed.' }];
  }
  if (content.budget.kind === 'band' && content.budget.maxMinor < content.budget.minMinor) {
    return [
      {
        pointer: '/budget/maxMinor',
        message: 'The upper end of the budget has to be at least the lower end.',
      },
    ];
  }
  return [];
}

function dateProblems(content: TenderContent, now: Date): Problem[] {
  const { deadline, questionsUntil, decisionBy, start, end } = content;
  const problems: Problem[] = [];
  const add = (pointer: string, message: string) => problems.push({ pointer, message });
  if (deadline === null) add('/deadline', 'Set the deadline for bids.');
  else if (new Date(deadline) <= now)
    add('/deadline', 'The deadline has passed. Move it to a later time and publish again.');
  if (questionsUntil === null) add('/questionsUntil', 'Say until when co-ops may ask questions.');
  else if (new Date(questionsUntil) <= now)
    add('/questionsUntil', 'The time for questions has passed. Move it to a later time.');
  else if (deadline !== null && new Date(questionsUntil) >= new Date(deadline)) {
    add('/questionsUntil', 'Questions have to end before the deadline, so that answers can be used.');
  }
  if (decisionBy === null) add('/decisionBy', 'Say when you will decide, so that people can plan.');
  else if (deadline !== null && decisionBy < deadline.slice(0, 10))
    add('/decisionBy', 'The decision has to come after the deadline.');
  if (start === null) add('/start', 'Say when the work should start.');
  else if (decisionBy !== null && start < decisionBy)
    add('/start', 'The work has to start after the decision.');
  if (start !== null && end !== null && end < start) add('/end', 'The end has to be after the start.');
  return problems;
}

function criteriaProblems(content: TenderContent): Problem[] {
  if (content.criteria.length === 0) {
    return [
      { pointer: '/criteria', message: 'Say how you will choose: add criteria whose weights sum to 100.' },
    ];
  }
  const problems: Problem[] = content.criteria.flatMap((criterion, index) =>
    criterion.name.trim() === ''
      ? [{ pointer: `/criteria/${index}/name`, message: 'Name this criterion.' }]
      : [],
  );
  const sum = content.criteria.reduce((total, criterion) => total + criterion.weight, 0);
  if (sum !== 100)
    problems.push({ pointer: '/criteria', message: `The weights have to sum to 100; they sum to ${sum}.` });
  return problems;
}
