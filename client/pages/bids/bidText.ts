import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import type { DisputePath, JoiningReason } from '@cobid/domain/bid/schema.ts';
import type { Tone } from '../../ui/StateBadge.tsx';

/** A bid's state in words, and how it is marked. */
export const bidStateText: Record<BidState, { label: string; tone: Tone }> = {
  forming: { label: 'forming', tone: 'waiting' },
  drafting: { label: 'being written', tone: 'waiting' },
  signing: { label: 'being signed', tone: 'waiting' },
  submitted: { label: 'submitted', tone: 'good' },
  needs_reconfirm: { label: 'confirm again', tone: 'bad' },
  opened: { label: 'with the client', tone: 'open' },
  shortlisted: { label: 'shortlisted', tone: 'open' },
  not_shortlisted: { label: 'not shortlisted', tone: 'over' },
  awarded: { label: 'won', tone: 'good' },
  not_awarded: { label: 'not chosen', tone: 'over' },
  withdrawn: { label: 'withdrawn', tone: 'over' },
  lapsed: { label: 'lapsed', tone: 'bad' },
  disqualified: { label: 'disqualified', tone: 'bad' },
};

export const disputePathText: Record<DisputePath['kind'], string> = {
  talk_then_mediator: 'We talk first, then ask a mediator we both trust',
  network_coordinator: 'The network’s coordinator mediates',
  named_mediator: 'A mediator whom we name now',
  arbitration: 'Arbitration whose result binds us',
};

/** The kinds for which somebody has to be named. */
export const disputePathNeedsName: readonly DisputePath['kind'][] = ['named_mediator', 'arbitration'];

export const joiningReasonText: Record<JoiningReason, string> = {
  skill: 'No one of us has all the skills',
  capacity: 'No one of us has all the days',
  turnover: 'No one of us is large enough for the client’s conditions',
};

export const liabilityText: Record<string, string> = {
  lead_prime: 'The lead answers to the client for all of it',
  several: 'Each co-op answers for its own part',
  joint_several: 'Every co-op answers for the whole',
};

/** Who has to act, as a list for people: "A, B and C". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}

/** A number of days with its word. */
export function daysText(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
