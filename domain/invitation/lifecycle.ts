import type { Moves } from '../lifecycle.ts';

export const invitationStates = [
  'sent',
  'seen',
  'accepted',
  'declined',
  'countered',
  'expired',
  'revoked',
] as const;
export type InvitationState = (typeof invitationStates)[number];

/** Moves of an invitation to a seat; a counter waits for the lead, whose answer makes it `sent` again with new terms. */
export const invitationMoves = {
  see: { from: ['sent'], to: 'seen' },
  accept: { from: ['sent', 'seen'], to: 'accepted' },
  decline: { from: ['sent', 'seen', 'countered'], to: 'declined' },
  counter: { from: ['sent', 'seen'], to: 'countered' },
  takeCounter: { from: ['countered'], to: 'accepted' },
  offerAgain: { from: ['countered'], to: 'sent' },
  expire: { from: ['sent', 'seen', 'countered'], to: 'expired' },
  revoke: { from: ['sent', 'seen', 'countered'], to: 'revoked' },
} as const satisfies Moves<InvitationState>;

/** States in which an invitation is live: one per bid and co-op (unique index). */
export const liveInvitationStates: readonly InvitationState[] = ['sent', 'seen', 'countered'];

/** The state at a moment: a live invitation has expired from its reply-by on (half-open, server's clock). */
export function invitationStateAt(
  stored: { state: InvitationState; replyBy: Date },
  now: Date,
): InvitationState {
  return liveInvitationStates.includes(stored.state) && now >= stored.replyBy ? 'expired' : stored.state;
}
