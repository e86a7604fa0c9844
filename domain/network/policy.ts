import type { Actor } from '../actor.ts';
import { allowed, refused } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';

/**
 * Coordinators run a network: its settings and how work spreads in it. Sealed bids are none of their business
 * (domain/bid/policy.ts does not know them).
 */
export function mayCoordinate(actor: Actor): Verdict {
  return actor.isCoordinator ? allowed : refused('needs_coordinator');
}

/** Operators may look at the settings, too: somebody has to appoint the first coordinator. */
export function mayAppointCoordinators(actor: Actor): Verdict {
  return actor.isOperator ? allowed : mayCoordinate(actor);
}

/** How mail arrives is for coordinators, and for operators, who can change what stands in the DNS. */
export const maySeeMailFeedback = mayAppointCoordinators;

/** What people write to the network itself is for whoever runs it; replies to its mails are for those who got them. */
export const mayReadLetters = mayAppointCoordinators;
