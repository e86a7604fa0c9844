import type { Language } from '@cobid/domain/language.ts';
import { en } from './en/words.ts';
import { es } from './es/words.ts';
import { fr } from './fr/words.ts';

/** All that mails say; English is the type, so that a word which a language lacks is a type error. */
type Words = typeof en;

const words: Record<Language, Words> = { en, es, fr };

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return words[language];
}
