import type { OrganisationRef, OrganisationView } from '@cobid/domain/organisation/schema.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';

/** An organisation as its own people see it; the skill profile has a view of its own. */
export function organisationViewOf(organisation: OrganisationRecord): OrganisationView {
  const { id, slug, name, isCoop, isClient, country, city, website } = organisation;
  const { about, legalForm, bases, identifier, version } = organisation;
  return {
    id,
    slug,
    name,
    isCoop,
    isClient,
    country,
    city,
    website,
    about,
    legalForm,
    bases,
    identifier,
    version,
  };
}

/** An organisation by name. */
export function organisationRefOf({ id, slug, name }: OrganisationRecord): OrganisationRef {
  return { id, slug, name };
}
