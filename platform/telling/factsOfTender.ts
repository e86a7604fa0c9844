import { tenderFacts } from '@cobid/domain/mail/tenderFacts.ts';
import { canonicalHash } from '../canonicalHash.ts';
import type { TenderRecord } from '../mongo/models/tender.ts';

/** What a tender says that an answer depends on, as a hash: who was told it hears of it again when it changes. */
export function factsOfTender({ content }: Pick<TenderRecord, 'content'>): string {
  return canonicalHash(tenderFacts(content)).slice(0, 16);
}

/** What a tender is called in the record of what people were told. */
export function tenderSubject(tenderId: string): string {
  return `tender:${tenderId}`;
}
