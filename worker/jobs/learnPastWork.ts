import { after, days } from '@cobid/platform/clock.ts';
import { learningOf, networks } from '@cobid/platform/mongo/models/network.ts';
import type { Handler } from '../context.ts';
import { readAwardedWorks } from '../pastWork/readPastWorks.ts';

const LEARN_EVERY_MS = days(7);

/**
 * Fits the model of past works to the network's own awards, once a week and where they are enough; otherwise, and where
 * the network does not want to learn, hints come by the published plain order. It orders hints alone and no fit, so that
 * nobody has to decide on it.
 */
export const learnPastWork: Handler<'learnPastWork'> = async ({ networkId }, { clock, log, pastWork }) => {
  const now = clock();
  const network = await networks.findById(networkId);
  const { learnsPastWorkAt: due } = network ?? {};
  if (network === null || (due !== undefined && due > now)) return;
  const learnsPastWorkAt = after(now, LEARN_EVERY_MS);
  if (learningOf(network) === 'off') {
    await networks.change({ id: networkId }, { set: { learnsPastWorkAt }, unset: ['pastWork'] });
    return;
  }
  const learnt = await pastWork.learn(await readAwardedWorks());
  if (learnt === null) return;
  await networks.change(
    { id: networkId },
    { set: { pastWork: { ...learnt, learntAt: now }, learnsPastWorkAt } },
  );
  const { works, lessons, coefficients } = learnt;
  log.info({ networkId, works, lessons, isLearnt: coefficients !== null }, 'learnt from past awards');
};
