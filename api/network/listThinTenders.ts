import { thinRequirements } from '@cobid/domain/matching/thinRequirements.ts';
import type { ThinRequirement } from '@cobid/domain/matching/thinRequirements.ts';
import type { ThinTenderView } from '@cobid/domain/network/reports.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { coverersOfEach, kindsOfCoverers } from '@cobid/platform/mongo/models/match.ts';
import { openTenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import { readWorthAsking } from '@cobid/platform/pastWork/worthAsking.ts';
import type { WorthAsking } from '@cobid/platform/pastWork/worthAsking.ts';
import { pageOptions } from '../http/list.ts';

/** Those that close first; an installation with more open tenders at once has a long list anyway. */
const MOST = 500;

interface ThinTender {
  tender: TenderRecord;
  thin: ThinRequirement[];
}

/** Open tenders with requirements that nobody or only one co-op covers: most such musts first, then those that close first. */
export async function listThinTenders(
  page: number,
  now: Date,
): Promise<{ items: ThinTenderView[]; total: number }> {
  const open = await openTenders(now, MOST);
  const kinds = await kindsOfCoverers(open.map(({ id }) => id));
  const found = open
    .map((tender) => ({
      tender,
      thin: thinRequirements(tender.content.requirements, kinds.get(tender.id) ?? []),
    }))
    .filter(({ thin }) => thin.length > 0)
    .toSorted((a, b) => uncoveredMusts(b) - uncoveredMusts(a));
  const { skip, limit } = pageOptions(page);
  const shown = found.slice(skip, skip + limit);
  const [onlyOf, worthAsking] = await Promise.all([
    onlyCoverers(shown),
    readWorthAsking(
      shown.map(({ tender, thin }) => ({
        tender,
        requirementIds: thin.map(({ requirementId }) => requirementId),
      })),
      now,
    ),
  ]);
  return { items: shown.map((each) => viewOf(each, onlyOf, worthAsking)), total: found.length };
}

function uncoveredMusts({ tender, thin }: ThinTender): number {
  return thin.filter(
    ({ requirementId, coverers }) =>
      coverers === 0 &&
      tender.content.requirements.some(({ id, priority }) => id === requirementId && priority === 'must'),
  ).length;
}

type Named = Map<string, ThinTenderView['thin'][number]['only']>;
const keyOf = (tenderId: string, requirementId: string) => `${tenderId} ${requirementId}`;

/** The one co-op behind each requirement that has only one. */
async function onlyCoverers(shown: readonly ThinTender[]): Promise<Named> {
  const asked = shown.flatMap(({ tender, thin }) =>
    thin
      .filter(({ coverers }) => coverers === 1)
      .map(({ requirementId }) => ({ tenderId: tender.id, requirementId })),
  );
  const found = await coverersOfEach(asked);
  const refOf = await organisationRefs(found.map(({ coopId }) => coopId));
  return new Map(
    asked.flatMap(({ tenderId, requirementId }) => {
      const match = found.find((each) => each.tenderId === tenderId && !each.missing.includes(requirementId));
      if (match === undefined) return [];
      return [[keyOf(tenderId, requirementId), refOf(match.coopId)] as const];
    }),
  );
}

function viewOf({ tender, thin }: ThinTender, onlyOf: Named, worthAsking: WorthAsking): ThinTenderView {
  const { id, content, deadline } = tender;
  return {
    tender: { id, title: content.title, deadline: deadline?.toISOString() ?? '', zone: content.zone },
    isBeingMatched: tender.needsMatching === true,
    thin: thin.flatMap(({ requirementId }) => {
      const wanted = content.requirements.find((requirement) => requirement.id === requirementId);
      if (wanted === undefined) return [];
      const { skill, priority, level, days } = wanted;
      const only = onlyOf.get(keyOf(id, requirementId)) ?? null;
      const hints = worthAsking(id, requirementId);
      return [{ requirementId, label: skillLabel(skill), priority, level, days, only, worthAsking: hints }];
    }),
  };
}
