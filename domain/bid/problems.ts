import type { Problem } from '../problem.ts';
import type { TenderContent } from '../tender/schema.ts';
import { coverageOf } from './coverage.ts';
import { memberIds } from './members.ts';
import type { BidContent, Strengths } from './schema.ts';

const NEEDS_WHO = {
  talk_then_mediator: false,
  network_coordinator: false,
  named_mediator: true,
  arbitration: true,
};

/** What is missing before a revision can be frozen, in words that say what to do (domain rules, section 2). */
export function bidProblems(
  content: BidContent,
  tender: Pick<TenderContent, 'requirements'>,
  strengths: Strengths,
): Problem[] {
  return [
    ...seatProblems(content),
    ...coverageProblems(content, tender, strengths),
    ...shareProblems(content),
    ...textProblems(content),
  ];
}

function seatProblems({ seats }: BidContent): Problem[] {
  return seats.flatMap((seat, index) => {
    const add = (message: string) => [{ pointer: `/seats/${index}`, message }];
    if (seat.state === 'invited')
      return add('A seat is still waiting for an answer. Wait for it, or revoke the invitation.');
    if (seat.state === 'open') return add('A seat is still open. Invite a co-op to it, or remove it.');
    return [];
  });
}

function coverageProblems(
  content: BidContent,
  tender: Pick<TenderContent, 'requirements'>,
  strengths: Strengths,
): Problem[] {
  return tender.requirements.flatMap((requirement, index) => {
    if (requirement.priority !== 'must') return [];
    const { isAble, coveredDays } = coverageOf(requirement, content.seats, strengths);
    const add = (message: string) => [{ pointer: `/coverage/${index}`, message }];
    if (!isAble && coveredDays === 0)
      return add(`Nobody has taken on the must "${requirement.skill}". Give it to a seat.`);
    if (!isAble)
      return add(
        `Nobody in the bid is strong enough in the must "${requirement.skill}". Bring in a co-op that is.`,
      );
    if (coveredDays < requirement.days)
      return add(
        `The must "${requirement.skill}" needs ${requirement.days} days; ${coveredDays} are taken on so far.`,
      );
    return [];
  });
}

function shareProblems({ seats, totalMinor }: BidContent): Problem[] {
  const sum = seats.reduce((total, seat) => total + seat.shareMinor, 0);
  return sum === totalMinor
    ? []
    : [{ pointer: '/totalMinor', message: 'The shares have to sum exactly to the total.' }];
}

function textProblems(content: BidContent): Problem[] {
  const problems: Problem[] = [];
  const path = content.disputePath;
  if (content.sections.every((section) => section.text.trim() === ''))
    problems.push({ pointer: '/sections', message: 'Write at least one section of the offer.' });
  if (path === null)
    problems.push({ pointer: '/disputePath', message: 'Agree on what happens when the members disagree.' });
  else if (NEEDS_WHO[path.kind] && path.who.trim() === '')
    problems.push({ pointer: '/disputePath/who', message: 'Name who mediates or decides.' });
  if (memberIds(content).length > 1 && content.joiningReasons.length === 0)
    problems.push({
      pointer: '/joiningReasons',
      message: 'Say why you join up: skill, capacity or turnover. The law on competition asks for a reason.',
    });
  return problems;
}
