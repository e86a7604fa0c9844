import { termKeys } from '@cobid/domain/matching/byTerm.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import type { NetworkRecord } from '@cobid/platform/mongo/models/network.ts';
import { settleProposal, weightProposals } from '@cobid/platform/mongo/models/weightProposal.ts';
import type { WeightProposalRecord } from '@cobid/platform/mongo/models/weightProposal.ts';
import { found, refusal } from '../http/problem.ts';
import { changeNetwork } from './changeNetwork.ts';

interface Decision {
  proposalId: string;
  version: number;
  actorId: string;
}

/** Whether the weights are others than when it was made: what was learnt then is no step from them. */
export function isOutdated({ from }: WeightProposalRecord, { weights }: NetworkRecord): boolean {
  return termKeys.some((key) => from[key] !== weights[key]);
}

/** Takes the proposed weights. Refuses with 409 where the proposal is over or the network was changed meanwhile. */
export async function acceptProposal({ proposalId, version, actorId }: Decision, now: Date): Promise<void> {
  const proposal = await openProposal(proposalId);
  if (isOutdated(proposal, await mainNetwork())) throw refusal('proposal_over');
  // The weights first: a proposal whose weights have been taken is outdated by itself, should this end in between.
  const note = `Learnt from ${proposal.tenders} past tenders.`;
  await changeNetwork([{ what: 'weights', to: proposal.to }], { version, actorId, note }, now);
  await settleProposal(proposalId, { state: 'accepted', decidedAt: now, decidedBy: actorId });
}

/** Leaves the weights as they are. Refuses with 409 where the proposal is over. */
export async function declineProposal(
  { proposalId, actorId }: Omit<Decision, 'version'>,
  now: Date,
): Promise<void> {
  await openProposal(proposalId);
  const settled = await settleProposal(proposalId, {
    state: 'declined',
    decidedAt: now,
    decidedBy: actorId,
  });
  if (settled === null) throw refusal('proposal_over');
}

async function openProposal(id: string): Promise<WeightProposalRecord> {
  const { id: networkId } = await mainNetwork();
  const proposal = found(await weightProposals.findOne({ id, networkId }));
  if (proposal.state !== 'open') throw refusal('proposal_over');
  return proposal;
}
