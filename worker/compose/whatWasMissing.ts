import { waitingFor } from '@cobid/domain/bid/frozen.ts';
import { bidProblems } from '@cobid/domain/bid/problems.ts';
import type { Revision } from '@cobid/domain/bid/schema.ts';
import { readStrengths } from '@cobid/platform/consortium/readStrengths.ts';
import { toBid } from '@cobid/platform/mongo/models/bid.ts';
import type { Gap } from '../mail/kinds/bidLapsed.ts';
import type { KnownBid } from './readBid.ts';
import { nameOf } from './readReader.ts';

const gaps = ['seats', 'coverage', 'totalMinor', 'sections', 'disputePath', 'joiningReasons'] as const;

/** Why a bid was not submitted by the deadline; never empty. */
export async function whatWasMissing(known: KnownBid, now: Date): Promise<Gap[]> {
  const { bid, tender } = known;
  const { content, revisions } = toBid(bid);
  const strengths = await readStrengths(bid.memberIds, tender.content, now);
  const problems = bidProblems(content, tender.content, strengths);
  // The first part of a problem's pointer says what it is about.
  const kinds = problems.map(({ pointer }) => gaps.find((gap) => gap === pointer.split('/')[1]) ?? 'other');
  return kinds.length > 0
    ? [...new Set(kinds)].map((kind) => ({ kind }))
    : [whichStepWasMissing(known, revisions.at(-1))];
}

function whichStepWasMissing({ organisations, readBy }: KnownBid, revision: Revision | undefined): Gap {
  if (revision === undefined) return { kind: 'neverFrozen' };
  const coops = waitingFor(revision).map((id) => nameOf(organisations, id, readBy.reader));
  return coops.length > 0
    ? { kind: 'notSigned', revision: revision.number, coops }
    : { kind: 'notSubmitted', revision: revision.number };
}
