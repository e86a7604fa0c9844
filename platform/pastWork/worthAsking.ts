import { mayBeAsked } from '@cobid/domain/matching/worthAsking/mayBeAsked.ts';
import type { WorthAskingView } from '@cobid/domain/opportunity/worthAsking.ts';
import { oneOf } from '../mongo/filter.ts';
import { coopsByIds } from '../mongo/models/organisation.ts';
import type { CoopRecord } from '../mongo/models/organisation.ts';
import { hintsOf } from '../mongo/models/pastWorkHints.ts';
import type { PastWorkHint } from '../mongo/models/pastWorkHints.ts';
import { responses } from '../mongo/models/response.ts';
import type { TenderRecord } from '../mongo/models/tender.ts';

const MOST_SHOWN = 8;

/** Whom to ask for some requirements of a tender. */
interface Asked {
  tender: TenderRecord;
  requirementIds: readonly string[];
  /** Those that need no hint, such as the reader's own. */
  without?: readonly string[];
}

/** What is known for a requirement of a tender; null as long as nobody has looked through past works for that tender. */
export type WorthAsking = (tenderId: string, requirementId: string) => WorthAskingView[] | null;

/**
 * Who is worth asking for requirements that few cover. Hints are up to an hour old, so that each is held against the
 * profiles and answers as they are now: who has said no since, covers it now or took the project out is not told of.
 * Reads nothing of bids.
 */
export async function readWorthAsking(asked: readonly Asked[], now: Date): Promise<WorthAsking> {
  const stored = await hintsOf(asked.map(({ tender }) => tender.id));
  const hintsBy = new Map(
    stored.flatMap(({ tenderId, requirements }) =>
      requirements.map(({ requirementId, hints }) => [keyOf(tenderId, requirementId), hints] as const),
    ),
  );
  const hinted = asked.flatMap(({ tender, requirementIds }) =>
    requirementIds.flatMap((id) => (hintsBy.get(keyOf(tender.id, id)) ?? []).map(({ coopId }) => coopId)),
  );
  const [coops, unwilling] = await Promise.all([
    coopsByIds([...new Set(hinted)]),
    responses.find(
      {
        tenderId: oneOf(stored.map(({ tenderId }) => tenderId)),
        answer: oneOf(['no', 'not_now', 'pass_to']),
      },
      { without: ['history'] },
    ),
  ]);
  const coopOf = new Map(coops.map((coop) => [coop.id, coop]));
  const saidNo = new Set(unwilling.map(({ tenderId, coopId }) => keyOf(tenderId, coopId)));

  const views = new Map<string, WorthAskingView[]>();
  for (const { tender, requirementIds, without = [] } of asked) {
    for (const wanted of tender.content.requirements.filter(({ id }) => requirementIds.includes(id))) {
      const key = keyOf(tender.id, wanted.id);
      const found = (hintsBy.get(key) ?? []).flatMap((hint) => {
        const coop = coopOf.get(hint.coopId);
        const isOut = without.includes(hint.coopId) || saidNo.has(keyOf(tender.id, hint.coopId));
        if (coop === undefined || isOut || !mayBeAsked(coop, tender, wanted, now)) return [];
        return viewOf(hint, coop);
      });
      if (hintsBy.has(key)) views.set(key, found.slice(0, MOST_SHOWN));
    }
  }
  return (tenderId, requirementId) => views.get(keyOf(tenderId, requirementId)) ?? null;
}

function viewOf(
  { works, because }: PastWorkHint,
  { id, slug, name, profile }: CoopRecord,
): WorthAskingView[] {
  const titled = works.flatMap(({ title, year, projectId }) => {
    if (projectId === null) return [{ title, year }];
    const project = profile.projects.find((each) => each.id === projectId);
    return project === undefined ? [] : [{ title: project.title, year: project.year }];
  });
  return titled.length === 0 ? [] : [{ coop: { id, slug, name }, works: titled, because }];
}

function keyOf(tenderId: string, id: string): string {
  return `${tenderId} ${id}`;
}
