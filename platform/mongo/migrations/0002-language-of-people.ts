import { languages } from '@cobid/domain/language.ts';
import { exists } from '../filter.ts';
import { people } from '../models/person.ts';
import { signInTokens } from '../models/signInToken.ts';
import type { Migration } from './migration.ts';

/** Mails were in English before they had a language. */
export const languageOfPeople: Migration = {
  name: '0002-language-of-people',
  run: async () => {
    const set = { language: languages[0] };
    await people.changeMany({ language: exists(false) }, { set });
    await signInTokens.changeMany({ language: exists(false) }, { set });
  },
};
