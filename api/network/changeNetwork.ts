import type { NetworkEvent } from '@cobid/domain/network/schema.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import type { NetworkRecord } from '@cobid/platform/mongo/models/network.ts';
import { wantAllMatched } from '@cobid/platform/mongo/models/organisation.ts';
import { refusal } from '../http/problem.ts';

/** One field of a network and what it is to become. */
export type NetworkStep =
  | { what: 'name'; to: string }
  | { what: 'lambda'; to: number }
  | { what: 'weights'; to: NetworkRecord['weights'] }
  | { what: 'coordinators'; to: string[] };

const fieldOf = {
  name: 'name',
  lambda: 'lambda',
  weights: 'weights',
  coordinators: 'coordinatorIds',
} as const;

/**
 * Changes the main network on the version that the writer saw; each field that differs becomes an event of its
 * history. Refuses with 409 where somebody was faster.
 */
export async function changeNetwork(
  steps: readonly NetworkStep[],
  by: { version: number; actorId: string | null; note?: string },
  now: Date,
): Promise<NetworkRecord> {
  const before = await mainNetwork();
  if (before.version !== by.version) throw refusal('stale_version', { version: before.version });
  const events: NetworkEvent[] = steps
    .map(({ what, to }) => ({ what, from: before[fieldOf[what]], to }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
    .map((event) => ({ id: newId(), at: now, actorId: by.actorId, note: by.note ?? '', ...event }));
  if (events.length === 0) return before;
  const set = Object.fromEntries(events.map(({ what, to }) => [fieldOf[what], to]));
  const changed = await networks.change(
    { id: before.id, version: by.version },
    { set: { ...set, events: [...before.events, ...events] }, inc: { version: 1 } },
  );
  if (changed === null) throw refusal('stale_version');
  if (events.some(({ what }) => what === 'weights')) await wantAllMatched();
  return changed;
}
