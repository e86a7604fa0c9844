import type { LearningMode, NetworkEvent } from '@cobid/domain/network/schema.ts';
import { newId } from '../mongo/collection.ts';
import { learningOf, networks } from '../mongo/models/network.ts';
import type { NetworkRecord } from '../mongo/models/network.ts';
import { wantAllMatched } from '../mongo/models/organisation.ts';

/** One field of a network and what it is to become. */
export type NetworkStep =
  | { what: 'name'; to: string }
  | { what: 'lambda'; to: number }
  | { what: 'weights'; to: NetworkRecord['weights'] }
  | { what: 'coordinators'; to: string[] }
  | { what: 'learning'; to: LearningMode };

const fieldOf = {
  name: 'name',
  lambda: 'lambda',
  weights: 'weights',
  coordinators: 'coordinatorIds',
  learning: 'learning',
} as const;

/** Who changes it and why; null for what the installation does by itself. */
export interface ChangedBy {
  actorId: string | null;
  note?: string;
}

/**
 * Changes a network as its writer saw it; each field that differs becomes an event of its history. With other weights
 * all co-ops are matched anew. `also` is written along, without an event. Null where somebody was faster.
 */
export async function storeNetworkChange(
  before: NetworkRecord,
  steps: readonly NetworkStep[],
  by: ChangedBy,
  now: Date,
  also: Pick<NetworkRecord, 'learnsAt'> = {},
): Promise<NetworkRecord | null> {
  const known = { ...before, learning: learningOf(before) };
  const events: NetworkEvent[] = steps
    .map(({ what, to }) => ({ what, from: known[fieldOf[what]], to }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
    .map((event) => ({ id: newId(), at: now, actorId: by.actorId, note: by.note ?? '', ...event }));
  if (events.length === 0) return before;
  const set = Object.fromEntries(events.map(({ what, to }) => [fieldOf[what], to]));
  const changed = await networks.change(
    { id: before.id, version: before.version },
    { set: { ...set, ...also, events: [...before.events, ...events] }, inc: { version: 1 } },
  );
  if (changed !== null && events.some(({ what }) => what === 'weights')) await wantAllMatched();
  return changed;
}
