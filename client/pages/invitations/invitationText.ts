import type { InvitationState } from '@cobid/domain/invitation/lifecycle.ts';
import type { Tone } from '../../ui/StateBadge.tsx';

/** An invitation's state in words, and how it is marked. */
export const invitationStateText: Record<InvitationState, { label: string; tone: Tone }> = {
  sent: { label: 'sent', tone: 'waiting' },
  seen: { label: 'seen', tone: 'waiting' },
  accepted: { label: 'accepted', tone: 'good' },
  declined: { label: 'declined', tone: 'over' },
  countered: { label: 'other terms proposed', tone: 'open' },
  expired: { label: 'expired', tone: 'over' },
  revoked: { label: 'taken back', tone: 'over' },
};
