import { ownWords } from '@cobid/domain/reply/ownWords.ts';
import type { LetterView } from '@cobid/domain/reply/views.ts';
import { markLetter, waitingLetters } from '@cobid/platform/mongo/models/inboundMail.ts';
import { refusal } from '../http/problem.ts';

const MOST_LETTERS = 50;
const MOST_WORDS = 2000;

/** What people wrote to the network itself and nobody has seen to; without what they quote, which may be of a bid. */
export async function listLetters(): Promise<LetterView[]> {
  const letters = await waitingLetters(MOST_LETTERS);
  return letters.map(({ id, from, isAuthentic, use, subject, text, receivedAt }) => ({
    id,
    from,
    isAuthentic,
    to: use === 'sender' ? 'sender' : 'complaints',
    subject,
    words: ownWords(text).slice(0, MOST_WORDS),
    at: receivedAt.toISOString(),
  }));
}

/** Takes a letter off the list, or puts it back. */
export async function seeToLetter(
  id: string,
  decision: { isSeenTo: boolean; by: string; at: Date },
): Promise<void> {
  if ((await markLetter(id, decision)) === null) throw refusal('not_found');
}
