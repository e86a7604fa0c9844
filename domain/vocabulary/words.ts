import { fold } from '../text.ts';

/** One word of a text: folded, and where it starts in the original. */
export interface Word {
  word: string;
  at: number;
  /** As it was written. */
  written: string;
}

// C++ and C# keep their signs, .NET its dot; everything else between letters and digits separates words.
const WORD = /(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\+\+|#)?/giu;

/** The words of a text, without accents and in lower case. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (found) => ({
    word: fold(found[0]),
    at: found.index,
    written: found[0],
  }));
}

/** A name reduced to what makes two spellings equal: "Front-end" and "front end" have one key. */
export function keyOf(text: string): string {
  return wordsOf(text)
    .map((found) => found.word)
    .join(' ');
}

/** A folded word without its plural s: close enough to compare names, not a grammar. */
export function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
