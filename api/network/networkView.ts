import { eventInWords } from '@cobid/domain/network/eventInWords.ts';
import { DEFAULT_LAMBDA } from '@cobid/domain/network/schema.ts';
import type { NetworkSettingsView, NetworkView } from '@cobid/domain/network/schema.ts';
import { weightBounds } from '@cobid/domain/network/weightBounds.ts';
import { publishedWeights } from '@cobid/domain/matching/weights.ts';
import { learningOf } from '@cobid/platform/mongo/models/network.ts';
import type { NetworkRecord } from '@cobid/platform/mongo/models/network.ts';
import { countCoops } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { countOpenTenders } from '@cobid/platform/mongo/models/tender.ts';

/** The rules that a network matches by, for everybody. */
export function networkViewOf({ id, slug, name, lambda, weights }: NetworkRecord): NetworkView {
  return {
    id,
    slug,
    name,
    lambda,
    weights: { ...weights },
    defaults: { lambda: DEFAULT_LAMBDA, weights: { ...publishedWeights } },
    bounds: { ...weightBounds },
  };
}

/** The same with who runs it and what was changed when, for those who run it. */
export async function networkSettingsViewOf(network: NetworkRecord, now: Date): Promise<NetworkSettingsView> {
  const named = new Set([
    ...network.coordinatorIds,
    ...network.events.flatMap(({ actorId, what, from, to }) => [
      ...(actorId === null ? [] : [actorId]),
      ...(what === 'coordinators' ? [from, to].flat().map(String) : []),
    ]),
  ]);
  const [known, open, coops] = await Promise.all([
    people.findByIds([...named]),
    countOpenTenders(now),
    countCoops(),
  ]);
  const byId = new Map(known.map((person) => [person.id, person]));
  const nameOf = (personId: string) => byId.get(personId)?.name || 'Somebody who has left';
  return {
    ...networkViewOf(network),
    version: network.version,
    learning: learningOf(network),
    reach: { openTenders: open, coops },
    coordinators: network.coordinatorIds.flatMap((personId) => {
      const person = byId.get(personId);
      return person === undefined ? [] : [{ personId, name: person.name, email: person.email }];
    }),
    history: network.events.toReversed().map(({ id, at, actorId, note, ...event }) => ({
      id,
      at: at.toISOString(),
      by: actorId === null ? 'Cobid' : nameOf(actorId),
      what: event.what,
      sentence: eventInWords(event, nameOf),
      note,
    })),
  };
}
