import type { OrganisationRef } from '@cobid/domain/organisation/schema.ts';
import { oneOf } from './filter.ts';
import { organisations } from './models/organisation.ts';

/** Names organisations in views; one that is gone is called so rather than failing the view. */
export type RefOf = (id: string) => OrganisationRef;

/** Reads these organisations in one query, to name them. */
export async function organisationRefs(ids: readonly (string | null)[]): Promise<RefOf> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found = await organisations.find(
    { id: oneOf(wanted) },
    { without: ['profile', 'searchWords', 'about'] },
  );
  const known = new Map(found.map((organisation) => [organisation.id, organisation]));
  return (id) => {
    const organisation = known.get(id);
    return { id, slug: organisation?.slug ?? '', name: organisation?.name ?? 'A former organisation' };
  };
}
