import { fold } from '../../text.ts';
import { stem } from './stem.ts';

/** What a text is likened by: `stems` with their pairs tell the subject, `grams` forgive how words are written. */
export interface WorkTokens {
  stems: string[];
  grams: string[];
}

const GRAM = 4;

/** Stems, pairs of neighbouring stems, and the 4-grams of each word with its ends marked. */
export function workTokens(text: string): WorkTokens {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const single = words.map(stem);
  const pairs = single.slice(1).map((word, at) => `${single[at] ?? ''} ${word}`);
  return { stems: [...single, ...pairs], grams: words.flatMap(gramsOf) };
}

function gramsOf(word: string): string[] {
  const whole = `^${word}$`;
  return whole.length <= GRAM
    ? [whole]
    : Array.from({ length: whole.length - GRAM + 1 }, (_, at) => whole.slice(at, at + GRAM));
}

/** Each different token with its damped count, 1 + ln n. */
export function dampedCounts(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  for (const [token, count] of counts) counts.set(token, 1 + Math.log(count));
  return counts;
}
