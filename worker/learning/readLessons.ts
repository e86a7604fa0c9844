import { likingOf } from '@cobid/domain/matching/learning/lesson.ts';
import type { Lesson } from '@cobid/domain/matching/learning/lesson.ts';
import { termShares } from '@cobid/domain/matching/learning/termShares.ts';
import { matchesToLearnFrom } from '@cobid/platform/mongo/models/match.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { latestOver } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';

/** What bounds the cost: so many tenders, and so many co-ops of each beside those that liked it. */
const MOST_TENDERS = 100;
const MOST_COOPS = 60;

/**
 * The last tenders as learning sees them, the newest first. Only those whose deadline has passed: what co-ops answered
 * and who won, which is public by then; nothing is read from bids.
 */
export async function readLessons(now: Date): Promise<Lesson[]> {
  const over = await latestOver(now, MOST_TENDERS);
  const lessons: Lesson[] = [];
  // One after the other: it is a background job, and the matches of all would be many at once.
  for (const tender of over) lessons.push(await lessonOf(tender));
  return lessons.filter(({ coops }) => coops.length > 0);
}

async function lessonOf({ id, award }: TenderRecord): Promise<Lesson> {
  const given = await responses.find({ tenderId: id }, { without: ['history'] });
  const answerOf = new Map(given.map((response) => [response.coopId, response]));
  const winners = new Set(award?.coopIds);
  const liked = [
    ...winners,
    ...given.filter(({ answer }) => answer === 'yes' || answer === 'yes_if').map(({ coopId }) => coopId),
  ];
  const matched = await matchesToLearnFrom(id, liked, MOST_COOPS);
  return {
    tenderId: id,
    coops: matched.flatMap(({ coopId, terms }) => {
      const response = answerOf.get(coopId);
      const liking = likingOf({
        answer: response?.answer ?? null,
        noReason: response?.answer === 'no' ? response.reason : null,
        hasWon: winners.has(coopId),
      });
      return liking === null ? [] : [{ coopId, shares: termShares(terms), liking }];
    }),
  };
}
