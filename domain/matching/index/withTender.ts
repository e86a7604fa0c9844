import type { IndexedCoops, TenderQuestion } from './indexedCoops.ts';
import { makeRoom } from './scratch.ts';
import type { Scratch } from './scratch.ts';
import { tenderQuery } from './tenderQuery.ts';
import type { TenderQuery } from './tenderQuery.ts';

/** Does some work while what a tender wants stands in the index's working memory, which is all zero again afterwards. */
export function withTender<Answer>(
  { ids, terms, scratch }: IndexedCoops,
  { tender, weights, now }: TenderQuestion,
  work: (query: TenderQuery) => Answer,
): Answer {
  const query = tenderQuery(tender, terms, weights, now);
  makeRoom(scratch, {
    slots: ids.length,
    words: terms.words.size(),
    attributes: terms.attributes.size(),
    skills: terms.skills.size(),
    needs: query.needs.length,
  });
  mark(query, scratch, true);
  try {
    return work(query);
  } finally {
    mark(query, scratch, false);
  }
}

/** Writes what the tender wants into the working memory, or takes it out again. */
function mark(query: TenderQuery, { isWanted, roles, answering, closeness }: Scratch, isIn: boolean): void {
  for (const word of query.words) isWanted[word] = isIn ? 1 : 0;
  for (const [attribute, role] of query.roles) roles[attribute] = isIn ? role : 0;
  query.needs.forEach(({ answers }, at) => {
    for (const { skill, sem } of answers) {
      answering[skill] = isIn ? (answering[skill] ?? 0) | (1 << at) : 0;
      closeness[skill * query.needs.length + at] = isIn ? sem : 0;
    }
  });
}
