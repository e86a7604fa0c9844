import type { Id } from './ids.ts';
import type { Role } from './person/schema.ts';

/** The organisation that a person acts for in one request. */
export interface ActingFor {
  organisationId: Id;
  isCoop: boolean;
  isClient: boolean;
  role: Role;
}

/** Who asks: a visitor (no person), a signed-in person, or one who acts for an organisation. */
export interface Actor {
  personId: Id | null;
  isOperator: boolean;
  /** Whether the person runs the network. */
  isCoordinator: boolean;
  acting: ActingFor | null;
}

export const visitor: Actor = { personId: null, isOperator: false, isCoordinator: false, acting: null };

const STRENGTH: Record<Role, number> = { member: 1, bidder: 2, steward: 3 };

/** Whether the actor acts for this organisation with at least this role. */
export function actsFor(actor: Actor, organisationId: Id | null, atLeast: Role = 'member'): boolean {
  return (
    actor.acting !== null &&
    actor.acting.organisationId === organisationId &&
    STRENGTH[actor.acting.role] >= STRENGTH[atLeast]
  );
}

/** Whether a role is at least as strong as another. */
export function isAtLeast(held: Role, wanted: Role): boolean {
  return STRENGTH[held] >= STRENGTH[wanted];
}
