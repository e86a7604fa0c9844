import { move } from '../lifecycle.ts';
import { tenderStateAt } from '../tender/lifecycle.ts';
import type { TenderState } from '../tender/lifecycle.ts';
import { bidMoves } from './lifecycle.ts';
import type { BidState } from './lifecycle.ts';

/**
 * The state of a bid at a moment. From the deadline on, what was submitted is opened and the rest has lapsed,
 * whether or not the clock's job has written it down yet (domain rules, section 2: time-driven state is derived).
 */
export function bidStateAt(
  stored: BidState,
  tender: { state: TenderState; deadline: Date | string | null },
  now: Date,
): BidState {
  const tenderState = tenderStateAt(tender, now);
  if (['draft', 'in_review', 'open', 'withdrawn'].includes(tenderState)) return stored;
  const opened = move(bidMoves, stored, 'open');
  if (opened.ok) return opened.to;
  const lapsed = move(bidMoves, stored, 'lapse');
  return lapsed.ok ? lapsed.to : stored;
}
