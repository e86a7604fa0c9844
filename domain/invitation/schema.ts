import { z } from 'zod';
import { seatPart } from '../bid/schema.ts';
import { id, partId } from '../ids.ts';
import { currency, minor } from '../money.ts';
import { organisationRef } from '../organisation/schema.ts';
import { line, markdown } from '../text.ts';
import { instant } from '../time.ts';
import { invitationStates } from './lifecycle.ts';
import type { InvitationState } from './lifecycle.ts';

const termFields = {
  parts: z.array(seatPart).min(1, 'Give the seat at least one requirement.').max(20),
  shareMinor: minor,
  message: markdown(2000).default(''),
};

/** The lead offers a seat to a co-op. */
export const invitationInput = z.strictObject({ coopId: id, ...termFields, replyBy: instant });

/** Answers name the version of the terms that were read, so that nobody accepts terms they did not see. */
export const acceptInput = z.strictObject({
  termsVersion: z.int().min(1),
  /** Said by a co-op that is already in another bid for the same tender. */
  declaresRival: z.boolean().default(false),
});
export const declineInput = z.strictObject({
  termsVersion: z.int().min(1),
  reason: line(500).min(1, 'helps the lead to find somebody else'),
});
/** A counter may be taken as it is, so it takes the same declaration as accepting. */
export const counterInput = z.strictObject({
  termsVersion: z.int().min(1),
  ...termFields,
  declaresRival: z.boolean().default(false),
});
/** The lead's answer to a counter with other terms. */
export const offerAgainInput = z.strictObject({
  termsVersion: z.int().min(1),
  ...termFields,
  replyBy: instant,
});
export const termsVersionInput = z.strictObject({ termsVersion: z.int().min(1) });

export type InvitationInput = z.infer<typeof invitationInput>;
export type AcceptInput = z.infer<typeof acceptInput>;
export type DeclineInput = z.infer<typeof declineInput>;
export type CounterInput = z.infer<typeof counterInput>;
export type OfferAgainInput = z.infer<typeof offerAgainInput>;

/** Terms of a seat at one version: by whom, which parts, for how much. */
export interface Terms {
  version: number;
  by: 'lead' | 'coop';
  parts: z.infer<typeof seatPart>[];
  shareMinor: number;
  message: string;
  at: Date;
}

/** The part of an invitation that its moves change. */
export interface Offer {
  state: InvitationState;
  /** Oldest first; the last ones are on the table. */
  terms: Terms[];
  /** From this moment on the invitation has expired (half-open, server's clock). */
  replyBy: Date;
  declinedReason: string | null;
}

const termsView = z.object({
  version: z.int(),
  by: z.enum(['lead', 'coop']),
  parts: z.array(
    z.object({
      requirementId: partId,
      skill: z.string(),
      label: z.string(),
      level: z.int(),
      days: z.number(),
    }),
  ),
  days: z.number(),
  shareMinor: z.int(),
  message: z.string(),
  at: instant,
});

/** An invitation as the invited co-op and the lead see it. */
export const invitationView = z.object({
  id,
  bidId: id,
  seatId: partId,
  state: z.enum(invitationStates),
  tender: z.object({
    id,
    title: z.string(),
    summary: z.string(),
    deadline: instant,
    zone: z.string(),
    currency,
  }),
  lead: organisationRef,
  coop: organisationRef,
  terms: z.array(termsView),
  replyBy: instant,
  declinedReason: z.string().nullable(),
  /** Which side the reader is on. */
  side: z.enum(['lead', 'coop']),
  /** True when the reader's co-op is in another live bid for the tender and has to declare it. */
  needsRivalDeclaration: z.boolean(),
  /** What the reader's own co-op should look at: rate under its floor, days over its free days. Empty for the lead. */
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type InvitationView = z.infer<typeof invitationView>;

/** What the page behind the link of a seat offer's mail shows. */
export const seatOfferView = z.object({
  invitation: invitationView,
  personName: z.string(),
  isUsed: z.boolean(),
});
export type SeatOfferView = z.infer<typeof seatOfferView>;
