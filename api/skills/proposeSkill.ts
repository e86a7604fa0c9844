import { resolveSkill } from '@cobid/domain/vocabulary/findSkill.ts';
import { skillProposals } from '@cobid/platform/mongo/models/skillProposal.ts';
import { refusal } from '../http/problem.ts';
import type { SignedInActor } from '../http/route.ts';

/** Keeps a skill that somebody missed; the same one twice is one. From then on it may be used like any other. */
export async function proposeSkill(
  actor: SignedInActor,
  { label, note }: { label: string; note: string },
  now: Date,
): Promise<{ label: string; slug: string }> {
  const resolved = resolveSkill(label);
  if (resolved.kind === 'known') {
    throw refusal('already_exists', { detail: `The list has this as "${resolved.skill.label}".` });
  }
  const { proposal } = resolved;
  await skillProposals.insertIfNew({
    ...proposal,
    note,
    organisationId: actor.acting?.organisationId ?? null,
    personId: actor.personId,
    at: now,
  });
  return proposal;
}
