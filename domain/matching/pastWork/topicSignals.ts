import { LATENT } from './latentSpace.ts';
import type { LatentSpace } from './latentSpace.ts';
import type { SignalSource } from './signals.ts';
import type { WorkHistory } from './workHistory.ts';

/** Past works for the same client that are about the same, whatever their words. */
export function topicSignals(
  { clients, winnersOf }: WorkHistory,
  { places, placeOf }: LatentSpace,
): SignalSource {
  const { starts, entries, values } = winnersOf;
  return ({ vector, client }, { topicForClient }) => {
    const place = placeOf(vector.tokens, vector.values);
    clients.forEach((each, work) => {
      if (each !== client) return;
      let like = 0;
      for (let axis = 0; axis < LATENT; axis += 1) {
        like += (place[axis] ?? 0) * (places[work * LATENT + axis] ?? 0);
      }
      if (like <= 0) return;
      for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
        const coop = entries[at] ?? 0;
        topicForClient[coop] = (topicForClient[coop] ?? 0) + like ** 4 * (values[at] ?? 0);
      }
    });
  };
}
