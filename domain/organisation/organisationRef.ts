import type { OrganisationRef } from './schema.ts';

/** An organisation by name, for lists and links. */
export function organisationRefOf({ id, slug, name }: OrganisationRef): OrganisationRef {
  return { id, slug, name };
}
