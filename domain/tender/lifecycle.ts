import type { Moves } from '../lifecycle.ts';

export const tenderStates = [
  'draft',
  'in_review',
  'open',
  'closed',
  'evaluating',
  'awarded',
  'completed',
  'withdrawn',
  'cancelled',
  'unsuccessful',
] as const;
export type TenderState = (typeof tenderStates)[number];

/**
 * Moves of a tender (domain rules, section 2). `closed` is never stored: it is what an `open` tender is once its
 * deadline has passed, until its envelopes are opened.
 */
export const tenderMoves = {
  publish: { from: ['draft'], to: 'open' },
  submitForReview: { from: ['draft'], to: 'in_review' },
  release: { from: ['in_review'], to: 'open' },
  openEnvelopes: { from: ['closed'], to: 'evaluating' },
  award: { from: ['evaluating'], to: 'awarded' },
  complete: { from: ['awarded'], to: 'completed' },
  withdraw: { from: ['open'], to: 'withdrawn' },
  cancel: { from: ['closed', 'evaluating'], to: 'cancelled' },
  closeWithoutAward: { from: ['closed', 'evaluating'], to: 'unsuccessful' },
} as const satisfies Moves<TenderState>;

/** The state at a moment: an open tender is closed from its deadline on (half-open interval, server's clock). */
export function tenderStateAt(
  stored: { state: TenderState; deadline: Date | string | null },
  now: Date,
): TenderState {
  const isPast = stored.deadline !== null && now >= new Date(stored.deadline);
  return stored.state === 'open' && isPast ? 'closed' : stored.state;
}

/** States in which anybody may read a tender. */
export const publicTenderStates = tenderStates.filter((state) => state !== 'draft' && state !== 'in_review');
