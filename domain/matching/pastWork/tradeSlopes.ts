import { addRow, dotOf, LATENT } from './latentRows.ts';
import type { WorkHistory } from './workHistory.ts';

export type Wins = Pick<WorkHistory, 'winnersOf' | 'worksOf'>;

/** A voice grows e-fold with so much of the cosine. */
const SOFTNESS = 0.08;
/** What pulls less than this is not worth the sums. */
const FAINTEST = 1e-3;
const SHORTEST = 1e-6;

/** Rows of length 1, the lengths that they had, and how the loss changes with each. */
interface Directions {
  rows: Float32Array;
  lengths: Float64Array;
  slopes: Float32Array;
}

/**
 * How the loss changes with the image of each work. The loss of a work and one of its winners is −ln of the winner's
 * share of the voices e^(cosine / .08), its own and those of the rivals, where the winner's trade is the sum of its
 * other works' images and a rival's that of all its works. The winners of a panel count in parts, and those without
 * another work not at all.
 *
 * @param images by work, row by row
 * @param rivals co-ops from which works are told
 */
export function slopesOf(images: Float32Array, wins: Wins, rivals: Uint32Array): Float32Array {
  const { winnersOf, worksOf } = wins;
  const works = directionsOf(images, winnersOf.starts.length - 1);
  const trades = new Float32Array((worksOf.starts.length - 1) * LATENT);
  forEachWin(wins, (work, coop) => addRow(trades, coop * LATENT, images, work * LATENT, 1));
  const against = directionsOf(rowsAt(trades, rivals), rivals.length);
  const rivalOf = new Int32Array(worksOf.starts.length - 1).fill(-1);
  rivals.forEach((coop, rival) => {
    rivalOf[coop] = rival;
  });

  const slopes = new Float32Array(images.length);
  const tradeSlopes = new Float32Array(trades.length);
  const voices = new Float64Array(rivals.length);
  for (let work = 0; work < works.lengths.length; work += 1) {
    const winners = winnersOf.entries.subarray(winnersOf.starts[work], winnersOf.starts[work + 1]);
    const taught = winners.filter(
      (coop) => (worksOf.starts[coop + 1] ?? 0) - (worksOf.starts[coop] ?? 0) > 1,
    );
    if (taught.length === 0 || (works.lengths[work] ?? 0) < SHORTEST) continue;
    const total = hear(works.rows, work, against.rows, voices, winners, rivalOf);
    let pull = 0;
    for (const coop of taught) {
      const other = withoutWork(trades, coop, images, work);
      const voice = Math.exp(dotOf(works.rows, work * LATENT, other.rows, 0) / SOFTNESS);
      pull += 1 / (voice + total) / taught.length;
      move(works, work, other, 0, (voice / (voice + total) - 1) / taught.length / SOFTNESS);
      const turn = turnsOf(other);
      addRow(tradeSlopes, coop * LATENT, turn, 0, 1);
      addRow(slopes, work * LATENT, turn, 0, -1);
    }
    voices.forEach((voice, rival) => {
      if (pull * voice >= FAINTEST) move(works, work, against, rival, (pull * voice) / SOFTNESS);
    });
  }
  const rivalTurns = turnsOf(against);
  rivals.forEach((coop, rival) => addRow(tradeSlopes, coop * LATENT, rivalTurns, rival * LATENT, 1));
  const workTurns = turnsOf(works);
  for (let work = 0; work < works.lengths.length; work += 1)
    addRow(slopes, work * LATENT, workTurns, work * LATENT, 1);
  forEachWin(wins, (work, coop) => addRow(slopes, work * LATENT, tradeSlopes, coop * LATENT, 1));
  return slopes;
}

/** The trade of a co-op as its other works tell it. */
function withoutWork(trades: Float32Array, coop: number, images: Float32Array, work: number): Directions {
  const others = trades.slice(coop * LATENT, (coop + 1) * LATENT);
  addRow(others, 0, images, work * LATENT, -1);
  return directionsOf(others, 1);
}

/** The loss changes by so much with the cosine of two directions. */
function move(a: Directions, aRow: number, b: Directions, bRow: number, force: number): void {
  addRow(a.slopes, aRow * LATENT, b.rows, bRow * LATENT, force);
  addRow(b.slopes, bRow * LATENT, a.rows, aRow * LATENT, force);
}

/** Writes each rival's voice for a work, none for its own winners; returns their sum. */
function hear(
  works: Float32Array,
  work: number,
  rivals: Float32Array,
  voices: Float64Array,
  winners: Uint32Array,
  rivalOf: Int32Array,
): number {
  for (let rival = 0; rival < voices.length; rival += 1) {
    voices[rival] = Math.exp(dotOf(works, work * LATENT, rivals, rival * LATENT) / SOFTNESS);
  }
  for (const coop of winners) {
    const rival = rivalOf[coop] ?? -1;
    if (rival >= 0) voices[rival] = 0;
  }
  return voices.reduce((sum, voice) => sum + voice, 0);
}

function forEachWin(
  { winnersOf: { starts, entries } }: Wins,
  read: (work: number, coop: number) => void,
): void {
  for (let work = 0; work + 1 < starts.length; work += 1) {
    for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) read(work, entries[at] ?? 0);
  }
}

function rowsAt(rows: Float32Array, numbers: Uint32Array): Float32Array {
  const found = new Float32Array(numbers.length * LATENT);
  numbers.forEach((number, at) => addRow(found, at * LATENT, rows, number * LATENT, 1));
  return found;
}

function directionsOf(given: Float32Array, count: number): Directions {
  const rows = given.slice();
  const lengths = Float64Array.from({ length: count }, (_, row) =>
    Math.sqrt(dotOf(given, row * LATENT, given, row * LATENT)),
  );
  for (let at = 0; at < rows.length; at += 1) {
    const length = lengths[Math.floor(at / LATENT)] ?? 0;
    rows[at] = length < SHORTEST ? 0 : (rows[at] ?? 0) / length;
  }
  return { rows, lengths, slopes: new Float32Array(rows.length) };
}

/** How the loss changes with what the directions were before their lengths became 1. */
function turnsOf({ rows, lengths, slopes }: Directions): Float32Array {
  const turns = new Float32Array(rows.length);
  lengths.forEach((length, row) => {
    if (length < SHORTEST) return;
    const along = dotOf(rows, row * LATENT, slopes, row * LATENT);
    addRow(turns, row * LATENT, slopes, row * LATENT, 1 / length);
    addRow(turns, row * LATENT, rows, row * LATENT, -along / length);
  });
  return turns;
}
