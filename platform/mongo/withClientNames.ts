import { oneOf } from './filter.ts';
import { organisations } from './models/organisation.ts';
import type { TenderRecord } from './models/tender.ts';

/** A tender as matching wants it. */
export type NamedTender = TenderRecord & { clientName: string | null };

/** The same tenders with their clients' names, which are read in one query. */
export async function withClientNames(tenders: readonly TenderRecord[]): Promise<NamedTender[]> {
  const ids = [...new Set(tenders.flatMap(({ clientId }) => clientId ?? []))];
  const clients = await organisations.find(
    { id: oneOf(ids) },
    { without: ['profile', 'searchWords', 'about'] },
  );
  const nameOf = new Map(clients.map(({ id, name }) => [id, name]));
  return tenders.map((tender) => ({ ...tender, clientName: nameOf.get(tender.clientId ?? '') ?? null }));
}

/** The same for one. */
export async function withClientName(tender: TenderRecord): Promise<NamedTender> {
  const [named] = await withClientNames([tender]);
  return named ?? { ...tender, clientName: null };
}
