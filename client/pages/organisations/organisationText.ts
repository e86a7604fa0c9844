import type { Role } from '@cobid/domain/person/schema.ts';

/** What each role may do, in a line. */
export const roleText: Record<Role, { label: string; may: string }> = {
  steward: { label: 'Steward', may: 'manages the organisation and its people, and may bind it' },
  bidder: { label: 'Bidder', may: 'may bind the organisation: answer, sign, publish' },
  member: { label: 'Member', may: 'reads and prepares everything' },
};

export const roleOptions = [
  { value: 'member', label: 'Member: reads and prepares' },
  { value: 'bidder', label: 'Bidder: may also answer, sign and publish' },
  { value: 'steward', label: 'Steward: may also manage the organisation' },
];

export const baseOptions = [
  { slug: 'worker', label: 'Worker co-op' },
  { slug: 'freelancer', label: 'Freelancer co-op' },
  { slug: 'consumer', label: 'Consumer co-op' },
  { slug: 'consortium', label: 'Consortium of co-ops' },
  { slug: 'multi-stakeholder', label: 'Multi-stakeholder co-op' },
] as const;

/** Kind of co-op in words. */
export function baseLabel(base: string): string {
  return baseOptions.find((option) => option.slug === base)?.label ?? base;
}
