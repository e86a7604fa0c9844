import { waitingFor } from '@cobid/domain/bid/frozen.ts';
import { bidProblems } from '@cobid/domain/bid/problems.ts';
import type { Strengths } from '@cobid/domain/bid/schema.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { openedFor } from './readBid.ts';
import type { KnownBid } from './readBid.ts';
import { nameOf } from './readReader.ts';

/** What the problems of a bid were, said when it is too late to solve them; by the first part of their pointer. */
const lookingBack: Record<string, string> = {
  seats: 'Not every seat was filled.',
  coverage: 'Not every must of the tender was covered.',
  totalMinor: 'The shares did not sum to the total.',
  sections: 'The offer had no text.',
  disputePath: 'No dispute path was agreed on.',
  joiningReasons: 'No reason for joining up was given.',
};

/** Why a bid was not submitted by the deadline, as sentences; never empty. */
export async function whatWasMissing(known: KnownBid): Promise<string[]> {
  const { content, revisions } = openedFor(known);
  const problems = bidProblems(content, known.tender.content, await readStrengths(known));
  const sentences = problems.map(
    ({ pointer }) => lookingBack[pointer.split('/')[1] ?? ''] ?? 'It was not complete.',
  );
  return sentences.length > 0 ? [...new Set(sentences)] : [whichStepWasMissing(known, revisions.at(-1))];
}

function whichStepWasMissing(
  { organisations }: KnownBid,
  revision: ReturnType<typeof openedFor>['revisions'][number] | undefined,
): string {
  if (revision === undefined) return 'The text was never frozen, so nobody could sign it.';
  const waiting = waitingFor(revision);
  return waiting.length > 0
    ? `Revision ${revision.number} was not signed by ${waiting.map((id) => nameOf(organisations, id)).join(', ')}.`
    : `Everybody had signed revision ${revision.number}, but nobody submitted it.`;
}

/** How well the members can do each requirement, from the stored matches. */
async function readStrengths({ bid, tender }: KnownBid): Promise<Strengths> {
  const found = await matches.find({ tenderId: tender.id, coopId: oneOf(bid.memberIds) });
  return Object.fromEntries(
    found.map(({ coopId, requirements }) => [
      coopId,
      Object.fromEntries(
        requirements.map(({ requirementId, strength, isCovered }) => [
          requirementId,
          isCovered || strength < 0.5 ? strength : 0,
        ]),
      ),
    ]),
  );
}
