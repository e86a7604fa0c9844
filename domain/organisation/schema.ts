import { z } from 'zod';
import { id, version } from '../ids.ts';
import { role } from '../person/schema.ts';
import { email, line, markdown } from '../text.ts';
import { instant } from '../time.ts';

export const bases = ['worker', 'freelancer', 'consumer', 'consortium', 'multi-stakeholder'] as const;
export const country = z.string().regex(/^[A-Z]{2}$/, 'is a two-letter country code, such as ES');
export const website = z
  .url({ protocol: /^https?$/, error: 'is not a web address, such as https://example.org' })
  .max(300);

/** Register and number as in org-id.guide, such as GB-COH 01234567. */
const identifier = z.strictObject({ scheme: line(20).min(2), id: line(40).min(1) });

const fields = {
  name: line(100).min(2, 'is needed'),
  country,
  city: line(80),
  website: website.or(z.literal('')),
  about: markdown(2000),
  /** Co-ops only: legal form in own words, and what kind of co-op it is. Never an input to matching. */
  legalForm: line(80),
  bases: z.array(z.enum(bases)).max(5),
  identifier: identifier.nullable(),
};

export const organisationInput = z.strictObject({
  kind: z.enum(['coop', 'client', 'both']),
  name: fields.name,
  country: fields.country,
  city: fields.city.default(''),
  website: fields.website.default(''),
  about: fields.about.default(''),
  legalForm: fields.legalForm.default(''),
  bases: fields.bases.default([]),
  identifier: fields.identifier.default(null),
});
export type OrganisationInput = z.infer<typeof organisationInput>;

/** A change to any of the fields, and the version it was made on. */
export const organisationChange = z.strictObject(fields).partial().extend({ version });

export const organisationView = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  isCoop: z.boolean(),
  isClient: z.boolean(),
  country: z.string(),
  city: z.string(),
  website: z.string(),
  about: z.string(),
  legalForm: z.string(),
  bases: z.array(z.string()),
  identifier: z.object({ scheme: z.string(), id: z.string() }).nullable(),
  version: z.int(),
});
export type OrganisationView = z.infer<typeof organisationView>;

/** An organisation by name, for lists and links. */
export const organisationRef = z.object({ id, slug: z.string(), name: z.string() });
export type OrganisationRef = z.infer<typeof organisationRef>;

export const colleagueInvitationInput = z.strictObject({ email, role });
export const roleChange = z.strictObject({ role });
export const colleaguesView = z.object({
  people: z.array(z.object({ personId: id, name: z.string(), email: z.string(), role, joinedAt: instant })),
  invitations: z.array(z.object({ id, email: z.string(), role, invitedAt: instant, expiresAt: instant })),
});
export type ColleaguesView = z.infer<typeof colleaguesView>;
