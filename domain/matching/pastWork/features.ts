import type { SignalName, Signals } from './signals.ts';

type Shape =
  /** As it is. */
  | { kind: 'plain' }
  /** ln(x + small): what doubles counts the same wherever it starts. */
  | { kind: 'log'; small: number }
  | { kind: 'root' }
  | { kind: 'cube' }
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
const BEST = 'Its own past work that is most like the tender';
const NEIGHBOURS = 'Votes of the 300 most similar past works';
const PROFILE = 'All its past works together are like the tender';
const SIMILAR = 'Votes for co-ops that did similar works';
const NAME = 'Co-ops with words of its name did similar works';

/** What the additive model reads, in the order of its explanation. */
export const features: readonly Feature[] = [
  feature('kernel', { kind: 'plain' }, KERNEL),
  feature('kernel', { kind: 'log', small: 0.003 }, KERNEL),
  feature('kernel', { kind: 'share' }, KERNEL),
  feature('kernel', { kind: 'place' }, KERNEL),
  feature('neighbours', { kind: 'log', small: 0.003 }, NEIGHBOURS),
  feature('neighbours', { kind: 'place' }, NEIGHBOURS),
  feature('best', { kind: 'plain' }, BEST),
  feature('best', { kind: 'share' }, BEST),
  feature('best', { kind: 'place' }, BEST),
  feature('second', { kind: 'plain' }, 'Another of its past works that is like the tender'),
  feature('profile', { kind: 'plain' }, PROFILE),
  feature('profile', { kind: 'cube' }, PROFILE),
  feature('profile', { kind: 'place' }, PROFILE),
  feature('clientLikeness', { kind: 'log', small: 0.02 }, 'Similar past works for the same client'),
  feature('clientWins', { kind: 'log', small: 1 }, 'Past works for the same client'),
  feature('clientLately', { kind: 'log', small: 1 }, 'Past works for the same client, the latest most'),
  feature('similarClients', { kind: 'root' }, 'Past works for clients that choose the same co-ops'),
  feature('idleYears', { kind: 'plain' }, 'Time since its last past work'),
  feature('alone', { kind: 'plain' }, 'Its past works were won alone rather than in a panel'),
  feature('similarCoops', { kind: 'log', small: 0.002 }, SIMILAR),
  feature('similarCoops', { kind: 'place' }, SIMILAR),
  feature('coWinners', { kind: 'log', small: 0.002 }, 'Votes for co-ops that won panels with it'),
  feature('coWinnersOfThose', { kind: 'log', small: 0.001 }, 'Votes for co-ops two panels away'),
  feature('nameInText', { kind: 'plain' }, 'The tender has words of its name'),
  feature('nameByVotes', { kind: 'plain' }, NAME),
  feature('nameByVotes', { kind: 'place' }, NAME),
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
    case 'root':
      return values.map((value) => Math.sqrt(Math.max(0, value)));
    case 'cube':
      return values.map((value) => value ** 3);
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
