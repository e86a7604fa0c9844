import { features } from '@cobid/domain/matching/pastWork/features.ts';
import {
  coefficientsInUse,
  LEAST_AWARDS,
  LEAST_LESSONS,
} from '@cobid/domain/matching/worthAsking/pastWorkModel.ts';
import type { LearningView, PastWorkModelView } from '@cobid/domain/network/reports.ts';
import { learningOf, mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import type { NetworkRecord } from '@cobid/platform/mongo/models/network.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { latestProposals } from '@cobid/platform/mongo/models/weightProposal.ts';
import type { WeightProposalRecord } from '@cobid/platform/mongo/models/weightProposal.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import { isOutdated } from './decideProposal.ts';

const MOST_PAST = 20;

/** What the network learnt from past tenders: what waits for a decision, and what was decided before. */
export async function showLearning(): Promise<LearningView> {
  const network = await mainNetwork();
  const proposals = await latestProposals(network.id, MOST_PAST);
  const open = proposals.find(({ state }) => state === 'open');
  const deciders = await people.findByIds(proposals.flatMap(({ decidedBy }) => decidedBy ?? []));
  const nameOf = new Map(deciders.map(({ id, name }) => [id, name]));
  return {
    mode: learningOf(network),
    version: network.version,
    learnsAt: network.learnsAt?.toISOString() ?? null,
    pastWork: pastWorkView(network),
    proposal: open === undefined ? null : await proposalView(open, isOutdated(open, network)),
    past: proposals.flatMap(({ id, madeAt, state, decidedBy, tenders: count }) =>
      state === 'open'
        ? []
        : [
            {
              id,
              madeAt: madeAt.toISOString(),
              state,
              by: decidedBy === null ? null : (nameOf.get(decidedBy) ?? null),
              tenders: count,
            },
          ],
    ),
  };
}

async function proposalView(
  proposal: WeightProposalRecord,
  hasChanged: boolean,
): Promise<NonNullable<LearningView['proposal']>> {
  const { id, madeAt, from, to, tenders: count, expected, observed, played, changed, effects } = proposal;
  const [told, refOf] = await Promise.all([
    tenders.findByIds(effects.map(({ tenderId }) => tenderId)),
    organisationRefs(effects.flatMap(({ entered, left }) => [...entered, ...left])),
  ]);
  const titleOf = new Map(told.map((tender) => [tender.id, tender.content.title]));
  return {
    id,
    madeAt: madeAt.toISOString(),
    isOutdated: hasChanged,
    from: { ...from },
    to: { ...to },
    tenders: count,
    expected: { ...expected },
    observed: { ...observed },
    played,
    changed,
    effects: effects.map(({ tenderId, entered, left, moved, largest }) => ({
      tender: { id: tenderId, title: titleOf.get(tenderId) ?? '' },
      entered: entered.map(refOf),
      left: left.map(refOf),
      moved,
      largest,
    })),
  };
}

/** The model of past works as hints go by it now. */
function pastWorkView(network: NetworkRecord): PastWorkModelView {
  const learnt = learningOf(network) === 'off' ? undefined : network.pastWork;
  const { coefficients, isLearnt } = coefficientsInUse(learnt);
  return {
    lookedAt: learnt?.learntAt.toISOString() ?? null,
    awards: learnt?.works ?? 0,
    lessons: learnt?.lessons ?? 0,
    leastAwards: LEAST_AWARDS,
    leastLessons: LEAST_LESSONS,
    learnt: isLearnt
      ? features.map(({ name: feature, meaning }, at) => ({
          feature,
          meaning,
          weight: coefficients[at]?.weight ?? 0,
        }))
      : null,
  };
}
