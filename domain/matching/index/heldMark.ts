import type { HeldSkill } from '../../coop/schema.ts';
import {
  REFERENCES_FOR_FULL_EVIDENCE,
  evidenceShare,
  levelShare,
  monthNumber,
  recency,
} from '../requirementFit.ts';

/** Months since 1950 fit into 11 bits until 2120; 0 stands for "not said", and everything before 1951 is old anyway. */
const FIRST_MONTH = 1950 * 12;
const MONTH_BITS = 11;
export const MONTHS = 1 << MONTH_BITS;
/** Number of different levels and references together. */
const CLASSES = 32;

/** All that the strength of a held skill depends on, in 16 bits: level, references that count, month of last use. */
export function heldMark(held: Pick<HeldSkill, 'level' | 'verifiedReferences' | 'lastUsed'>): number {
  const references = Math.min(held.verifiedReferences, REFERENCES_FOR_FULL_EVIDENCE);
  const month =
    held.lastUsed === null ? 0 : Math.min(MONTHS - 1, Math.max(1, monthNumber(held.lastUsed) - FIRST_MONTH));
  return (((held.level << 2) | references) << MONTH_BITS) | month;
}

const recencies = Float64Array.from({ length: 2 * MONTHS }, (_, monthsAgo) => recency(monthsAgo));

let latest: { current: number; table: Float64Array } | undefined;

/** Recency by the month of a mark, as of today; made anew when a month has passed. */
export function recencyTable(now: Date): Float64Array {
  const current = monthNumber(now.toISOString()) - FIRST_MONTH;
  if (latest?.current !== current) latest = { current, table: recencyAt(current) };
  return latest.table;
}

function recencyAt(current: number): Float64Array {
  const table = new Float64Array(MONTHS);
  for (let month = 1; month < MONTHS; month += 1) table[month] = recencies[Math.max(0, current - month)] ?? 0;
  table[0] = recency(null);
  return table;
}

const tables: Float64Array[] = [];

/** lvl · ev by the class of a mark, for a wanted level from 1 to 5. */
export function classTable(wantedLevel: number): Float64Array {
  return (tables[wantedLevel] ??= Float64Array.from(
    { length: CLASSES },
    (_, each) => levelShare(each >> 2, wantedLevel) * evidenceShare(each & 3),
  ));
}

export function levelOf(mark: number): number {
  return mark >> (MONTH_BITS + 2);
}

export function referencesOf(mark: number): number {
  return (mark >> MONTH_BITS) & 3;
}

export function classOf(mark: number): number {
  return mark >> MONTH_BITS;
}

export function monthOf(mark: number): number {
  return mark & (MONTHS - 1);
}
