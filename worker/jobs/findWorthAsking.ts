import { mayBeAsked } from '@cobid/domain/matching/worthAsking/mayBeAsked.ts';
import { coefficientsInUse } from '@cobid/domain/matching/worthAsking/pastWorkModel.ts';
import { wantedFor } from '@cobid/domain/matching/worthAsking/pastWorks.ts';
import type { KnownWork } from '@cobid/domain/matching/worthAsking/pastWorks.ts';
import type { SimilarWork } from '@cobid/domain/matching/worthAsking/similarWork.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { learningOf, mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { coopsByIds } from '@cobid/platform/mongo/models/organisation.ts';
import type { CoopRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { removeHintsBefore, storeHints } from '@cobid/platform/mongo/models/pastWorkHints.ts';
import type { PastWorkHintsRecord } from '@cobid/platform/mongo/models/pastWorkHints.ts';
import { markHinted, openTenders, tendersToHint } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { withClientNames } from '@cobid/platform/mongo/withClientNames.ts';
import { areHintsOutdated } from '@cobid/platform/pastWork/areHintsOutdated.ts';
import type { Context, Handler } from '../context.ts';
import { readPastWorks } from '../pastWork/readPastWorks.ts';

/** Those that close first; an installation with more open tenders at once has a long list anyway. */
const MOST_TENDERS = 500;
/** As many are asked for of each requirement, and kept of those that do not cover it: twice as many as are shown. */
const MOST_FOUND = 60;
const MOST_KEPT = 16;

/**
 * Finds for each requirement of an open tender who did such work without covering it, for tenders that have just been
 * matched, and for all where profiles have changed. All at once, since reading past works costs more than asking of
 * them.
 */
export const findWorthAsking: Handler<'findWorthAsking'> = async (_payload, context) => {
  const now = context.clock();
  const [wanted, isOutdated] = await Promise.all([tendersToHint(now, MOST_TENDERS), areHintsOutdated(now)]);
  if (wanted.length === 0 && !isOutdated) return;
  const others = isOutdated ? await openTenders(now, MOST_TENDERS) : [];
  const each = new Map([...others, ...wanted].map((tender) => [tender.id, tender]));
  const open = [...each.values()].filter((tender) => tenderStateAt(tender, now) === 'open');
  const isDone = open.length === 0 || (await hintFor(open, now, context));
  if (!isDone) return;
  if (isOutdated) await removeHintsBefore(now);
  await markHinted(wanted);
};

/** False where it was stopped before it was done. */
async function hintFor(open: readonly TenderRecord[], now: Date, context: Context): Promise<boolean> {
  const started = performance.now();
  const [network, works, named] = await Promise.all([mainNetwork(), readPastWorks(), withClientNames(open)]);
  const learnt = learningOf(network) === 'off' ? undefined : network.pastWork;
  const { coefficients, isLearnt } = coefficientsInUse(learnt);
  const questions = named.flatMap(({ clientName, content }) =>
    content.requirements.map((wanted) => wantedFor(wanted, content, clientName ?? '')),
  );
  const found = await context.pastWork.find({ works, coefficients, questions, most: MOST_FOUND });
  if (found === null) return false;
  const model =
    isLearnt && learnt !== undefined
      ? `learnt from ${learnt.lessons} lessons on ${learnt.learntAt.toISOString().slice(0, 10)}`
      : 'plain';
  const workOf = new Map(works.map((work) => [work.id, work]));
  const coops = await coopsByIds([...new Set(found.flat().map(({ coopId }) => coopId))]);
  const coopOf = new Map(coops.map((coop) => [coop.id, coop]));
  let at = 0;
  for (const tender of open) {
    const ofTender = found.slice(at, (at += tender.content.requirements.length));
    const requirements = kept(tender, ofTender, { workOf, coopOf }, now);
    await storeHints({
      tenderId: tender.id,
      tenderVersion: tender.version,
      madeAt: now,
      model,
      requirements,
    });
  }
  const seconds = (performance.now() - started) / 1000;
  context.log.info(
    { tenders: open.length, works: works.length, model, seconds },
    'looked through past works',
  );
  return true;
}

/** Of those that did such work the ones that may be asked for it, requirement by requirement. */
function kept(
  tender: TenderRecord,
  found: readonly SimilarWork[][],
  { workOf, coopOf }: { workOf: ReadonlyMap<string, KnownWork>; coopOf: ReadonlyMap<string, CoopRecord> },
  now: Date,
): PastWorkHintsRecord['requirements'] {
  return tender.content.requirements.map((wanted, at) => ({
    requirementId: wanted.id,
    hints: (found[at] ?? [])
      .filter(({ coopId }) => {
        const coop = coopOf.get(coopId);
        return coop !== undefined && mayBeAsked(coop, tender, wanted, now);
      })
      .slice(0, MOST_KEPT)
      .map(({ coopId, workIds, because }) => ({
        coopId,
        works: workIds.flatMap((id) => {
          const work = workOf.get(id);
          return work === undefined
            ? []
            : [{ title: work.title, year: work.year, projectId: work.projectId }];
        }),
        because,
      })),
  }));
}
