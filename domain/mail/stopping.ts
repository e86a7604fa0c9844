import { z } from 'zod';
import type { MailKind } from './kinds.ts';
import { hasSwitch, isAboutTenders, mailRules } from './rules.ts';

/**
 * What can be stopped from a mail: its kind alone; what the network tells of tenders; or everything that one can be
 * without (domain rules, section 5).
 */
export const stopScopes = ['kind', 'tenders', 'all'] as const;
export type StopScope = (typeof stopScopes)[number];

/** What a reader of a mail of this kind can stop from it, the narrowest first. */
export function scopesOf(kind: MailKind): StopScope[] {
  return stopScopes.filter((scope) => scope !== 'kind' || hasSwitch(kind));
}

/** What one click stops (RFC 8058), or a mail that says no more than that it should stop. */
export function usualScope(kind: MailKind): StopScope {
  return isAboutTenders(kind) ? 'tenders' : 'kind';
}

/** What is stopped, as the pages call it. */
export function scopeInWords(scope: StopScope, kind: MailKind): string {
  switch (scope) {
    case 'kind':
      return `Only this kind: ${mailRules[kind].name}`;
    case 'tenders':
      return 'Mails about tenders';
    case 'all':
      return 'All mails that I can be without';
  }
}

/** What the page behind a mail's link shows of what can be stopped. */
export const stopView = z.object({
  /** Masked, as the page can be seen by whoever got the mail forwarded. */
  email: z.string(),
  /** Name of the network that the mails come from. */
  network: z.string(),
  choices: z.array(z.object({ scope: z.enum(stopScopes), name: z.string(), isStopped: z.boolean() })),
});
export type StopView = z.infer<typeof stopView>;
