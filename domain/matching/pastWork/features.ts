import type { SignalName, Signals } from './signals.ts';

type Shape =
  /** As it is. */
  | { kind: 'plain' }
  /** ln(x + small): what doubles counts the same wherever it starts. */
  | { kind: 'log'; small: number }
  /** As a share of the highest of all co-ops. */
  | { kind: 'share' }
  /** −ln of its place among the candidates. */
  | { kind: 'place' };

interface Feature {
  name: string;
  signal: SignalName;
  shape: Shape;
  meaning: string;
}

function feature(signal: SignalName, shape: Shape, meaning: string): Feature {
  return { name: shape.kind === 'plain' ? signal : `${signal} ${shape.kind}`, signal, shape, meaning };
}

const KERNEL = 'Votes of the most similar past works, near-doubles sharing theirs';
const SECOND = 'Another of its past works that is like the tender';
const WORDING = 'Its past works and those of its kin use the words of the tender';
const SPELLING = 'Its past works and those of its kin have the tender’s parts of words, and few others';

/** What the additive model reads, in the order of its explanation. */
export const features: readonly Feature[] = [
  feature('kernel', { kind: 'plain' }, KERNEL),
  feature('kernel', { kind: 'log', small: 0.003 }, KERNEL),
  feature('kernel', { kind: 'share' }, KERNEL),
  feature('neighbours', { kind: 'log', small: 0.003 }, 'Votes of the most similar past works, each in full'),
  feature('second', { kind: 'plain' }, SECOND),
  feature('second', { kind: 'log', small: 0.05 }, SECOND),
  feature('topic', { kind: 'plain' }, 'One of its past works is about the same, whatever its words'),
  feature('wording', { kind: 'log', small: 3.5 }, WORDING),
  feature('wording', { kind: 'place' }, WORDING),
  feature('spelling', { kind: 'plain' }, SPELLING),
  feature('spelling', { kind: 'place' }, SPELLING),
  feature('sameTrade', { kind: 'log', small: 0.0007 }, 'Votes for co-ops of its trade'),
  feature('partnersOfNear', { kind: 'log', small: 0.003 }, 'Those that won panels with it did similar works'),
  feature('clientLikeness', { kind: 'log', small: 0.02 }, 'Similar past works for the same client'),
  feature('topicForClient', { kind: 'log', small: 0.002 }, 'Past works about the same for the same client'),
  feature('houseWins', { kind: 'log', small: 0.5 }, 'Past works for any office of the same client'),
  feature('alone', { kind: 'plain' }, 'Its past works were won alone rather than in a panel'),
  feature('nameInText', { kind: 'plain' }, 'The tender has words of its name'),
];

/** Features of each candidate, row by row in the order of `features`. */
export function featuresOf(signals: Signals, candidates: Uint32Array): Float32Array {
  const width = features.length;
  const rows = new Float32Array(candidates.length * width);
  features.forEach(({ signal, shape }, column) => {
    const values = shaped(signals[signal], shape, candidates);
    values.forEach((value, row) => {
      rows[row * width + column] = value;
    });
  });
  return rows;
}

function shaped(signal: Float64Array, shape: Shape, candidates: Uint32Array): Float64Array {
  const values = Float64Array.from(candidates, (coop) => signal[coop] ?? 0);
  switch (shape.kind) {
    case 'plain':
      return values;
    case 'log':
      return values.map((value) => Math.log(Math.max(0, value) + shape.small));
    case 'share': {
      const most = values.reduce((high, value) => Math.max(high, value), 1e-6);
      return values.map((value) => Math.max(0, value) / most);
    }
    case 'place': {
      const order = Uint32Array.from(values.keys()).sort(
        (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b,
      );
      const places = new Float64Array(values.length);
      order.forEach((row, place) => {
        places[row] = -Math.log(1 + place);
      });
      return places;
    }
  }
}
