import type { Moves } from '../lifecycle.ts';

export const bidStates = [
  'forming',
  'drafting',
  'signing',
  'submitted',
  'needs_reconfirm',
  'opened',
  'shortlisted',
  'not_shortlisted',
  'awarded',
  'not_awarded',
  'withdrawn',
  'lapsed',
  'disqualified',
] as const;
export type BidState = (typeof bidStates)[number];

const inMaking = ['forming', 'drafting', 'signing'] as const;

/**
 * Moves of a bid (domain rules, section 2). `forming` while a seat is not accepted, `drafting` once all are,
 * `signing` from a frozen revision until it is submitted or edited. An edit after submitting leaves the state
 * `submitted`: the live revision stays the bid until the next one is fully signed.
 */
export const bidMoves = {
  seatOpened: { from: [...inMaking, 'submitted', 'needs_reconfirm'], to: 'forming' },
  seatsFilled: { from: ['forming'], to: 'drafting' },
  edit: { from: ['drafting', 'signing'], to: 'drafting' },
  freeze: { from: ['drafting', 'signing'], to: 'signing' },
  submit: { from: ['signing', 'needs_reconfirm'], to: 'submitted' },
  amendTender: { from: ['submitted'], to: 'needs_reconfirm' },
  open: { from: ['submitted'], to: 'opened' },
  lapse: { from: [...inMaking, 'needs_reconfirm'], to: 'lapsed' },
  withdraw: { from: [...inMaking, 'submitted', 'needs_reconfirm'], to: 'withdrawn' },
  shortlist: { from: ['opened'], to: 'shortlisted' },
  rejectEarly: { from: ['opened'], to: 'not_shortlisted' },
  award: { from: ['opened', 'shortlisted'], to: 'awarded' },
  reject: { from: ['opened', 'shortlisted'], to: 'not_awarded' },
  disqualify: { from: ['opened', 'shortlisted'], to: 'disqualified' },
} as const satisfies Moves<BidState>;

/** States in which a bid occupies its lead's one place for a tender (unique index). */
export const liveBidStates: readonly BidState[] = [
  ...inMaking,
  'submitted',
  'needs_reconfirm',
  'opened',
  'shortlisted',
  'not_shortlisted',
  'awarded',
  'not_awarded',
];

/** States in which the consortium may still change something, as long as the deadline has not passed. */
export const changeableBidStates: readonly BidState[] = [...inMaking, 'submitted', 'needs_reconfirm'];
