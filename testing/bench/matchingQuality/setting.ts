import { parseArgs } from 'node:util';
import { NothingToMeasure, readAwards } from './readAwards.ts';
import type { Award } from './readAwards.ts';

const USAGE =
  'Say which files: npm run bench -- matching-quality --awards FILE --tenders FILE [--split] [--refresh] [--json].';
const LAST_SHARE = 0.2;

/** Awards that are known, and later tenders whose winners are to be found. */
export interface Setting {
  known: Award[];
  later: Award[];
  /** Whether also to rank by evidence that grows month by month. */
  refresh: boolean;
}

/**
 * Reads what the command line names. Where both names are the same file, or with `--split`, the last fifth by date is
 * what is to be found. Throws NothingToMeasure with one sentence when there is nothing to measure.
 */
export function settingFrom(words: readonly string[]): Setting {
  const { awards, tenders, split, refresh } = parsed(words);
  if (awards === undefined || (tenders === undefined && !split)) throw new NothingToMeasure(USAGE);
  const all = readAwards(awards);
  const parts =
    split || tenders === undefined || tenders === awards
      ? splitByTime(all)
      : { known: all, later: readAwards(tenders) };
  const coops = new Set(parts.known.flatMap(({ suppliers }) => suppliers));
  if (!parts.later.some(({ suppliers }) => suppliers.some((supplier) => coops.has(supplier)))) {
    throw new NothingToMeasure('No tender was won by a supplier of the awards, so there is nobody to find.');
  }
  return { ...parts, refresh };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        awards: { type: 'string' },
        tenders: { type: 'string' },
        split: { type: 'boolean', default: false },
        refresh: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new NothingToMeasure(USAGE, { cause: error });
  }
}

function splitByTime(all: Award[]): Pick<Setting, 'known' | 'later'> {
  const first = all.length - Math.floor(all.length * LAST_SHARE);
  return { known: all.slice(0, first), later: all.slice(first) };
}
