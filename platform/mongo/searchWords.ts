import { fold } from '@cobid/domain/text.ts';
import { beginningWith } from './filter.ts';
import type { Operator } from './filter.ts';

/** Words of a document that an index has to hold; more than these don't make it easier to find. */
const MOST_WORDS = 300;
const LONGEST_WORD = 40;
const MOST_QUERY_WORDS = 8;

function wordsOf(text: string): string[] {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST_WORD));
}

/** The folded words by which a document is found, for an indexed list field; the first texts matter most. */
export function searchWordsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(wordsOf))].slice(0, MOST_WORDS);
}

/** Conditions of a search box: each word that was typed has to begin a word of the document, which an index answers. */
export function everyWordOf(query: string): { searchWords: Operator<string> }[] {
  return wordsOf(query)
    .slice(0, MOST_QUERY_WORDS)
    .map((word) => ({ searchWords: beginningWith(word) }));
}
