import type { BidView } from '@cobid/domain/bid/schema.ts';
import { listed } from './bidText.ts';

export interface NextStep {
  title: string;
  detail: string;
  tone: 'go' | 'over';
}

/** What has to happen next in a bid room, in a sentence; null when there is nothing to say. */
export function nextStep(bid: BidView, now: Date): NextStep | null {
  if (bid.outcome !== null) return { title: outcomeTitle(bid), detail: bid.outcome.reason, tone: 'over' };
  if (bid.state === 'withdrawn') return over('This bid was withdrawn', 'Nothing of it reaches the client.');
  if (bid.state === 'lapsed') {
    return over(
      'This bid lapsed',
      'It was not complete and signed when the deadline came, so it was not handed in.',
    );
  }
  if (new Date(bid.tender.deadline) <= now) {
    return over('The deadline has passed', 'The client has the bid and decides. You will get a mail.');
  }
  const current = bid.revisions.find((revision) => revision.isCurrent);
  const isSigning = current !== undefined && !bid.hasUnfrozenChanges && !current.isLive;
  if (isSigning && current.waitingFor.length > 0) {
    const names = listed(current.waitingFor.map(({ name }) => name));
    return go(`Revision ${current.number} waits for signatures`, `Still to sign: ${names}.`);
  }
  if (isSigning) return go(`Revision ${current.number} is signed by all`, 'The lead can submit it now.');
  return openBidStep(bid);
}

function openBidStep(bid: BidView): NextStep {
  const isLead = bid.myRole === 'lead';
  if (bid.submission !== null && bid.hasUnfrozenChanges) {
    return go(
      `Revision ${bid.submission.revision} is submitted and stays your bid`,
      'Your newer changes count only when they are frozen and signed by everyone.',
    );
  }
  if (bid.submission !== null) {
    return go('Your bid is submitted', 'You can still change or withdraw it until the deadline.');
  }
  const open = bid.seats.filter(({ state }) => state === 'open').length;
  const invited = bid.seats.flatMap(({ state, coop }) =>
    state === 'invited' && coop !== null ? [coop.name] : [],
  );
  if (open > 0) {
    return go(
      `${open} ${open === 1 ? 'seat is' : 'seats are'} open`,
      isLead ? 'Invite a co-op to each, or remove the seat.' : 'The lead invites a co-op to each.',
    );
  }
  if (invited.length > 0) return go('Waiting for an answer', `Invited: ${listed(invited)}.`);
  if (bid.problems.length > 0) {
    const [first] = bid.problems;
    return go('Complete the offer', first === undefined ? '' : first.message);
  }
  return isLead
    ? go('Ready to freeze', 'Freeze the text so that everybody signs the same.')
    : go('The offer is complete', 'The lead freezes it; then everybody signs the same text.');
}

function outcomeTitle(bid: BidView): string {
  return bid.state === 'awarded' ? 'You won this tender' : 'Another bid was chosen';
}

function go(title: string, detail: string): NextStep {
  return { title, detail, tone: 'go' };
}

function over(title: string, detail: string): NextStep {
  return { title, detail, tone: 'over' };
}
