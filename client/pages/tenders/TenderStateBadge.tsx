import type { TenderState } from '@cobid/domain/tender/lifecycle.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import type { Tone } from '../../ui/StateBadge.tsx';

const states: Record<TenderState, { label: string; tone: Tone }> = {
  draft: { label: 'Draft', tone: 'waiting' },
  in_review: { label: 'In review', tone: 'waiting' },
  open: { label: 'Open for bids', tone: 'open' },
  closed: { label: 'Closed', tone: 'waiting' },
  evaluating: { label: 'Being decided', tone: 'waiting' },
  awarded: { label: 'Awarded', tone: 'good' },
  completed: { label: 'Completed', tone: 'over' },
  withdrawn: { label: 'Withdrawn', tone: 'bad' },
  cancelled: { label: 'Cancelled', tone: 'bad' },
  unsuccessful: { label: 'Closed without award', tone: 'over' },
};

/** The state of a tender in words that a visitor understands. */
export function TenderStateBadge({ state }: { state: TenderState }) {
  return <StateBadge {...states[state]} />;
}
