import { exists } from '../filter.ts';
import { matches } from '../models/match.ts';
import type { Migration } from './migration.ts';

const AT_ONCE = 200;

/** What a term rests on was an English sentence before it was data; a match that is made anew has the data. */
export const groundsOfMatches: Migration = {
  name: '0004-grounds-of-matches',
  run: async () => {
    for (;;) {
      const old = await matches.find({ 'terms.evidence': exists(true) }, { limit: AT_ONCE });
      for (const match of old) {
        const terms = match.terms.map((term) => {
          const { evidence, ...kept } = { evidence: '', ...term };
          return { ...kept, grounds: { is: 'said' as const, words: evidence } };
        });
        await matches.change({ id: match.id }, { set: { terms } });
      }
      if (old.length < AT_ONCE) return;
    }
  },
};
