import { waitingFor } from '@cobid/domain/bid/frozen.ts';
import { bidProblems } from '@cobid/domain/bid/problems.ts';
import type { Revision } from '@cobid/domain/bid/schema.ts';
import { readStrengths } from '@cobid/platform/consortium/readStrengths.ts';
import { toBid } from '@cobid/platform/mongo/models/bid.ts';
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
export async function whatWasMissing(known: KnownBid, now: Date): Promise<string[]> {
  const { bid, tender } = known;
  const { content, revisions } = toBid(bid);
  const strengths = await readStrengths(bid.memberIds, tender.content, now);
  const problems = bidProblems(content, tender.content, strengths);
  const sentences = problems.map(
    ({ pointer }) => lookingBack[pointer.split('/')[1] ?? ''] ?? 'It was not complete.',
  );
  return sentences.length > 0 ? [...new Set(sentences)] : [whichStepWasMissing(known, revisions.at(-1))];
}

function whichStepWasMissing({ organisations }: KnownBid, revision: Revision | undefined): string {
  if (revision === undefined) return 'The text was never frozen, so nobody could sign it.';
  const waiting = waitingFor(revision);
  return waiting.length > 0
    ? `Revision ${revision.number} was not signed by ${waiting.map((id) => nameOf(organisations, id)).join(', ')}.`
    : `Everybody had signed revision ${revision.number}, but nobody submitted it.`;
}
