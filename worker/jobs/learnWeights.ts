import { termKeys } from '@cobid/domain/matching/byTerm.ts';
import { learnWeights as learn } from '@cobid/domain/matching/learning/learnWeights.ts';
import type { Learnt } from '@cobid/domain/matching/learning/learnWeights.ts';
import type { Lesson } from '@cobid/domain/matching/learning/lesson.ts';
import { weightsEffect } from '@cobid/domain/matching/learning/weightsEffect.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { learningOf, networks } from '@cobid/platform/mongo/models/network.ts';
import type { NetworkRecord } from '@cobid/platform/mongo/models/network.ts';
import { outdateProposals, propose, settleProposal } from '@cobid/platform/mongo/models/weightProposal.ts';
import { storeNetworkChange } from '@cobid/platform/network/storeNetworkChange.ts';
import type { Handler } from '../context.ts';
import { readLessons } from '../learning/readLessons.ts';

const LEARN_EVERY_MS = days(7);
/** As many tenders as a proposal tells of by name. */
const MOST_EFFECTS = 20;

/**
 * Learns from the answers and awards of tenders that are over, once a week: proposes other weights to the coordinators,
 * or takes them where the network wants that. What it learnt before and changes nothing any more is taken back.
 */
export const learnWeights: Handler<'learnWeights'> = async ({ networkId }, { clock, log }) => {
  const now = clock();
  const network = await networks.findById(networkId);
  if (network === null || (network.learnsAt !== undefined && network.learnsAt > now)) return;
  const learnsAt = after(now, LEARN_EVERY_MS);
  if (learningOf(network) !== 'off') {
    const lessons = await readLessons(now);
    const learnt = learn(lessons, network.weights);
    const isNew = termKeys.some((key) => learnt.weights[key] !== network.weights[key]);
    if (isNew) await putToUse(network, learnt, lessons, { now, learnsAt });
    else await outdateProposals(networkId, now);
    log.info({ networkId, tenders: learnt.tenders, isNew }, 'learnt from past tenders');
  }
  await networks.change({ id: networkId }, { set: { learnsAt } });
};

async function putToUse(
  network: NetworkRecord,
  { weights: to, tenders, expected, observed }: Learnt,
  lessons: readonly Lesson[],
  { now, learnsAt }: { now: Date; learnsAt: Date },
): Promise<void> {
  const { id: networkId, weights: from } = network;
  const changed = weightsEffect(lessons, from, to).filter(
    ({ entered, moved }) => entered.length > 0 || moved > 0,
  );
  const proposal = await propose({
    networkId,
    madeAt: now,
    from,
    to,
    tenders,
    expected,
    observed,
    played: lessons.length,
    changed: changed.length,
    effects: changed.slice(0, MOST_EFFECTS),
  });
  if (proposal === null || learningOf(network) !== 'automatic') return;
  // With the time of the next step in the same write: whoever dies after it does not take a second one.
  const note = `Learnt from ${tenders} past tenders.`;
  const stored = await storeNetworkChange(network, [{ what: 'weights', to }], { actorId: null, note }, now, {
    learnsAt,
  });
  if (stored !== null)
    await settleProposal(proposal.id, { state: 'applied', decidedAt: now, decidedBy: null });
}
