import type { TenderEffect } from '@cobid/domain/matching/learning/weightsEffect.ts';
import type { Weights } from '@cobid/domain/matching/weights.ts';
import { collection } from '../collection.ts';
import { list, mark, moment, momentOrNull, number, text, textOrNull, whole } from '../types.ts';

/** Weights that were learnt for a network, what they were learnt from, and what became of them. */
export interface WeightProposalRecord {
  id: string;
  networkId: string;
  madeAt: Date;
  state: 'open' | 'accepted' | 'declined' | 'outdated' | 'applied';
  /** True on the one that waits for a decision; absent otherwise. */
  isOpen?: true;
  from: Weights;
  to: Weights;
  /** Past tenders that taught something. */
  tenders: number;
  /** What share of each term those had whom the fit would have chosen, and those who answered yes or won. */
  expected: Weights;
  observed: Weights;
  /** Of so many past tenders that were played, in so many the first ten would have been others or in another order. */
  played: number;
  changed: number;
  /** The latest of those. */
  effects: TenderEffect[];
  decidedAt: Date | null;
  /** Null for what the installation did by itself. */
  decidedBy: string | null;
}

export const weightProposals = collection<WeightProposalRecord>(
  'weightProposals',
  {
    networkId: text,
    madeAt: moment,
    state: text,
    isOpen: mark,
    from: whole,
    to: whole,
    tenders: number,
    expected: whole,
    observed: whole,
    played: number,
    changed: number,
    effects: list,
    decidedAt: momentOrNull,
    decidedBy: textOrNull,
  },
  [
    { keys: { networkId: 1, madeAt: -1 } },
    { keys: { networkId: 1 }, unique: true, partial: { isOpen: true } },
  ],
);

/** Puts a proposal in the place of one that may still be open. Null where another worker was faster. */
export async function propose(
  proposal: Omit<WeightProposalRecord, 'id' | 'state' | 'isOpen' | 'decidedAt' | 'decidedBy'>,
): Promise<WeightProposalRecord | null> {
  await outdateProposals(proposal.networkId, proposal.madeAt);
  return weightProposals.insertIfNew({
    ...proposal,
    state: 'open',
    isOpen: true,
    decidedAt: null,
    decidedBy: null,
  });
}

/** Takes back what is still proposed, since newer facts say otherwise. */
export async function outdateProposals(networkId: string, now: Date): Promise<void> {
  await weightProposals.changeMany(
    { networkId, isOpen: true },
    { set: { state: 'outdated', decidedAt: now }, unset: ['isOpen'] },
  );
}

/** Records what became of an open proposal; null where it was not open any more. */
export function settleProposal(
  id: string,
  decision: Pick<WeightProposalRecord, 'state' | 'decidedAt' | 'decidedBy'>,
): Promise<WeightProposalRecord | null> {
  return weightProposals.change({ id, isOpen: true }, { set: decision, unset: ['isOpen'] });
}

/** The last proposals for a network, the newest first. */
export function latestProposals(networkId: string, limit: number): Promise<WeightProposalRecord[]> {
  return weightProposals.find({ networkId }, { sort: { madeAt: -1 }, limit });
}
