import { create, insertMultiple, search } from '@orama/orama';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';

/** A full-text search in memory, asked in the way its documentation shows; returns how many it found. */
export interface TextSearch {
  add(texts: readonly string[]): Promise<void> | void;
  find(query: string, limit: number): Promise<number> | number;
}

/** Libraries that somebody would take instead of an index of one's own. */
export const textSearches = { minisearch, flexsearch, orama };

function minisearch(): TextSearch {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  return {
    add: (texts) => index.addAll(texts.map((text, id) => ({ id, text }))),
    find: (query, limit) => index.search(query).slice(0, limit).length,
  };
}

/** `suggest`, or it would find only texts that hold every word. */
function flexsearch(): TextSearch {
  const index = new Index({ tokenize: 'strict' });
  return {
    add: (texts) => texts.forEach((text, id) => index.add(id, text)),
    find: (query, limit) => index.search(query, { limit, suggest: true }).length,
  };
}

function orama(): TextSearch {
  const index = create({ schema: { text: 'string' } as const });
  return {
    async add(texts) {
      await insertMultiple(
        index,
        texts.map((text) => ({ text })),
        5000,
      );
    },
    async find(term, limit) {
      const found = await search(index, { term, limit, properties: ['text'] });
      return found.hits.length;
    },
  };
}
