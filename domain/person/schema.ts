import { z } from 'zod';
import { id } from '../ids.ts';
import { language } from '../language.ts';
import { email, line } from '../text.ts';
import { instant, zone } from '../time.ts';

/** What a person may do in an organisation; steward includes bidder, bidder includes member (docs/decisions). */
export const roles = ['steward', 'bidder', 'member'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

export const signInRequest = z.strictObject({
  email,
  /** Path inside the client to go to afterwards. */
  next: z
    .string()
    .max(300)
    .regex(/^\/(?!\/)/, 'has to be a path of this site')
    .optional(),
  /** A tender that a visitor began before having an account; it becomes a draft of theirs on signing in. */
  tenderDraft: z.unknown().optional(),
});
export const signInByLink = z.strictObject({ token: z.string().min(20).max(100) });
export const signInByCode = z.strictObject({
  email,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'is the six-digit code from the mail'),
});

export const personInput = z.strictObject({
  name: line(80).min(1, 'is needed so that colleagues recognise you').optional(),
  zone: zone.optional(),
  /** In which mails come; the pages are in English. */
  language: language.optional(),
});

export const membershipView = z.object({
  organisationId: id,
  name: z.string(),
  slug: z.string(),
  isCoop: z.boolean(),
  isClient: z.boolean(),
  role,
});
export type MembershipView = z.infer<typeof membershipView>;

/** What the signed-in person sees of themself; `person` is null for a visitor. */
export const meView = z.object({
  person: z
    .object({
      id,
      email: z.string(),
      name: z.string(),
      zone: z.string(),
      language,
      isOperator: z.boolean(),
      isCoordinator: z.boolean(),
    })
    .nullable(),
  memberships: z.array(membershipView),
  actingFor: membershipView.nullable(),
});
export type MeView = z.infer<typeof meView>;

export const sessionView = z.object({
  id,
  isCurrent: z.boolean(),
  createdAt: instant,
  lastSeenAt: instant,
  device: z.string(),
});
export type SessionView = z.infer<typeof sessionView>;
