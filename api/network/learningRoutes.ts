import { learningView, proposalDecision } from '@cobid/domain/network/reports.ts';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import { route } from '../http/route.ts';
import { acceptProposal, declineProposal } from './decideProposal.ts';
import { showLearning } from './showLearning.ts';

/** What the network learns from the answers and awards of past tenders, and what its coordinators make of it. */
export const networkLearningRoutes = [
  route({
    method: 'GET',
    path: '/network/learning',
    summary: 'Show the weights that were learnt from past tenders, and what they would have changed',
    access: 'coordinator',
    reply: learningView,
    handle: () => showLearning(),
  }),
  route({
    method: 'POST',
    path: '/network/learning/now',
    summary: 'Have the network learn now, not only when the week is over',
    access: 'coordinator',
    limits: [{ by: 'person', points: 10, seconds: 3600 }],
    reply: null,
    handle: async ({ now, services }) => {
      const { id: networkId } = await mainNetwork();
      await networks.change({ id: networkId }, { set: { learnsAt: now, learnsPastWorkAt: now } });
      await services.queues.nudge('learnWeights', { networkId });
      await services.queues.nudge('learnPastWork', { networkId });
    },
  }),
  route({
    method: 'POST',
    path: '/network/learning/accept',
    summary: 'Take the proposed weights',
    access: 'coordinator',
    body: proposalDecision,
    reply: learningView,
    handle: async ({ actor, body, now }) => {
      await acceptProposal({ ...body, actorId: actor.personId }, now);
      return showLearning();
    },
  }),
  route({
    method: 'POST',
    path: '/network/learning/decline',
    summary: 'Leave the weights as they are',
    access: 'coordinator',
    body: proposalDecision,
    reply: learningView,
    handle: async ({ actor, body, now }) => {
      await declineProposal({ ...body, actorId: actor.personId }, now);
      return showLearning();
    },
  }),
];
