import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import type { NetworkRecord } from '@cobid/platform/mongo/models/network.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { found, refusal } from '../http/problem.ts';
import { changeNetwork } from './changeNetwork.ts';

interface By {
  version: number;
  actorId: string;
}

/** Makes somebody a coordinator; they have to have signed in once, so that a mistyped address appoints nobody. */
export async function addCoordinator(email: string, by: By, now: Date): Promise<NetworkRecord> {
  const person = await people.findOne({ email });
  if (person === null) throw refusal('unknown_person');
  const { coordinatorIds } = await mainNetwork();
  const to = coordinatorIds.includes(person.id) ? coordinatorIds : [...coordinatorIds, person.id];
  return changeNetwork([{ what: 'coordinators', to }], by, now);
}

/** Takes the role from somebody, oneself included; the last one stays. */
export async function removeCoordinator(personId: string, by: By, now: Date): Promise<NetworkRecord> {
  const { coordinatorIds } = await mainNetwork();
  found(coordinatorIds.find((each) => each === personId));
  if (coordinatorIds.length === 1) throw refusal('last_coordinator');
  return changeNetwork(
    [{ what: 'coordinators', to: coordinatorIds.filter((each) => each !== personId) }],
    by,
    now,
  );
}
