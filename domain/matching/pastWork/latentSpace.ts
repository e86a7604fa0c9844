import { latentAxes } from './latentAxes.ts';
import { addRow, imagesOf, LATENT, toLengthOne } from './latentRows.ts';
import { learnAxes } from './learnAxes.ts';
import { createListWriter } from './lists.ts';
import type { Lists } from './lists.ts';
import type { WorkHistory } from './workHistory.ts';
import type { WorkIndex, WorkVector } from './workIndex.ts';

/** Fewer works tell more of who won them than of what they are about (docs/matching.md). */
const LEAST_TO_LEARN_FROM = 1000;
/** What a work's client says of what it is about, where its text has length 1. */
const CLIENT = 0.5;

/** Works and co-ops by what they are about: what different words of one trade tell lies in one place. */
export interface LatentSpace {
  /** Whether it was learnt from who won the works, or tells of their words alone. */
  isLearnt: boolean;
  /** By work, row by row, its place: length 1, or 0 for a work without tokens. */
  places: Float32Array;
  /** By co-op, row by row, where its works lie together: length 1. */
  trades: Float32Array;
  /** The place of a wanted work; the number of its client is -1 for one without past works. */
  placeOf(vector: WorkVector, client: number): Float32Array;
}

/**
 * Latent semantic analysis of texts and clients, turned so that works lie near those that their winners also won, where
 * there are enough of them.
 */
export function createLatentSpace(
  history: WorkHistory,
  { vectors, size }: Pick<WorkIndex, 'vectors' | 'size'>,
): LatentSpace {
  const { clients, clientCount, coops, worksOf } = history;
  const told = withClients(vectors, clients, size);
  const axes = latentAxes(told, size + clientCount);
  const isLearnt = clients.length >= LEAST_TO_LEARN_FROM;
  if (isLearnt) learnAxes(told, axes, history);
  const places = imagesOf(told, axes);
  const trades = new Float32Array(coops.length * LATENT);
  for (let coop = 0; coop < coops.length; coop += 1) {
    for (const work of worksOf.entries.subarray(worksOf.starts[coop], worksOf.starts[coop + 1])) {
      addRow(trades, coop * LATENT, places, work * LATENT, 1);
    }
  }
  return {
    isLearnt,
    places: toLengthOne(places),
    trades: toLengthOne(trades),
    placeOf({ tokens, values }, client) {
      const place = new Float32Array(LATENT);
      tokens.forEach((token, at) => addRow(place, 0, axes, token * LATENT, values[at] ?? 0));
      if (client >= 0) addRow(place, 0, axes, (size + client) * LATENT, CLIENT);
      return toLengthOne(place);
    },
  };
}

/** The client of each work as one more of its tokens. */
function withClients({ starts, entries, values }: Lists, clients: Uint32Array, size: number): Lists {
  const writer = createListWriter(clients.length);
  clients.forEach((client, work) => {
    for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
      writer.add(entries[at] ?? 0, values[at] ?? 0);
    }
    writer.add(size + client, CLIENT);
    writer.end();
  });
  return writer.lists();
}
