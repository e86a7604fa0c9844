import type { MatchableCoop, MatchableTender } from '../matchable.ts';
import { monthNumber } from '../requirementFit.ts';
import type { Weights } from '../weights.ts';
import { attribute } from './coopNumbers.ts';
import type { Terms } from './coopNumbers.ts';
import type { TenderQuery } from './tenderQuery.ts';

/**
 * For each co-op forty bytes side by side that say at most how well it does in everything but skills and evidence:
 * a bit for each of its sectors, languages, values and countries (several share one of 32 bits) and its free half
 * days by month of the year. Shared bits can only make a co-op look better than it is, so who is
 * excluded by them is excluded for good.
 */
export interface Signatures {
  put(slot: number, coop: MatchableCoop): void;
  /** Prepares the bounds for a tender. */
  selectorFor(tender: MatchableTender, query: Months, weights: Weights): Selector;
}

/** Puts the slots of those who might reach `least`, by their row and their sum of skill terms, into `into`. */
export type Selector = (block: Block, least: number, into: Uint32Array) => number;

/** Slots that lie side by side, and by slot what their skills add to the fit. */
export interface Block {
  start: number;
  count: number;
  skillSum: Float64Array;
}

type Months = Pick<TenderQuery, 'firstMonth' | 'lastMonth' | 'wantedDays'>;

/** Bounds are counted in whole parts of the score as fine as this, rounded so that a co-op looks better than it is. */
const FINE = 1e8;
const KINDS = 4;
const MONTHS = 12;
const WIDTH = KINDS + MONTHS / 2;
const [SECTOR, LANGUAGE, VALUE, COUNTRY] = [0, 1, 2, 3];

export function createSignatures({ attributes }: Pick<Terms, 'attributes'>): Signatures {
  let rows = new Uint32Array(64 * WIDTH);
  let months = new Uint16Array(rows.buffer);

  const bit = (text: string) => 1 << (attributes.numberOf(text) & 31);
  const bits = (texts: readonly string[]) => texts.reduce((all, text) => all | bit(text), 0);

  function grow(slot: number): void {
    if ((slot + 1) * WIDTH <= rows.length) return;
    const larger = new Uint32Array(Math.max((slot + 1) * WIDTH, rows.length * 2));
    larger.set(rows);
    rows = larger;
    months = new Uint16Array(rows.buffer);
  }

  /** Each thing that is asked: where its bit is in a row, the bit, and what having it adds. */
  function askedBy({ content }: MatchableTender, weights: Weights) {
    const { sector, languages, values, workplace, country } = content;
    const onSite = workplace === 'on_site' ? country : null;
    const each = (column: number, texts: readonly string[], weight: number) =>
      texts.map((text) => ({ column, bit: bit(text), adds: weight / texts.length }));
    return [
      ...each(SECTOR, sector === null ? [] : [attribute.sector(sector)], weights.sector),
      ...each(LANGUAGE, languages.map(attribute.language), weights.language),
      ...each(VALUE, values.map(attribute.value), weights.values),
      ...each(COUNTRY, onSite === null ? [] : [attribute.country(onSite)], weights.place),
    ];
  }

  return {
    put(slot, { profile }) {
      grow(slot);
      const row = slot * WIDTH;
      rows.fill(0, row, row + WIDTH);
      const projectSectors = profile.projects.flatMap(({ sector }) => sector ?? []);
      rows[row + SECTOR] = bits([...profile.sectors, ...projectSectors].map(attribute.sector));
      rows[row + LANGUAGE] = bits(profile.languages.map(attribute.language));
      rows[row + VALUE] = bits(profile.values.map(attribute.value));
      rows[row + COUNTRY] = bits(profile.places.map(({ country }) => attribute.country(country)));
      for (const { month, days } of profile.freeDays) {
        const at = (row + KINDS) * 2 + (monthNumber(month) % MONTHS);
        months[at] = Math.min(0xffff, (months[at] ?? 0) + days * 2);
      }
    },
    selectorFor(tender, { firstMonth, lastMonth, wantedDays }, weights) {
      const asked = askedBy(tender, weights);
      const columns = Uint8Array.from(asked, ({ column }) => column);
      const shifts = Uint8Array.from(asked, (one) => 31 - Math.clz32(one.bit));
      const adds = Int32Array.from(asked, (one) => Math.floor(one.adds * FINE));
      const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0) - weights.skill;
      const length = Math.min(MONTHS, Math.max(0, lastMonth - firstMonth + 1));
      const first = 2 * KINDS + (firstMonth % MONTHS);
      const perHalfDay = wantedDays === 0 ? Infinity : (weights.capacity * FINE) / (2 * wantedDays);
      const capacity = wantedDays === 0 ? 0 : Math.floor(weights.capacity * FINE);

      /** What a row lacks of the attributes, without a branch: rows differ too much for a processor to guess. */
      function lackOf(row: number): number {
        let lack = 0;
        for (let at = 0; at < columns.length; at += 1) {
          const has = ((rows[row + (columns[at] ?? 0)] ?? 0) >>> (shifts[at] ?? 0)) & 1;
          lack += (1 - has) * (adds[at] ?? 0);
        }
        return lack;
      }

      function freeHalfDays(row: number): number {
        let free = 0;
        for (let at = first; at < first + length; at += 1) {
          free += months[2 * row + (at < 2 * WIDTH ? at : at - MONTHS)] ?? 0;
        }
        return free;
      }

      return ({ start, count, skillSum }, least, into) => {
        let found = 0;
        for (let slot = start; slot < start + count; slot += 1) {
          const spare = ((skillSum[slot] ?? 0) + all - least) * FINE;
          if (spare < 0) continue;
          const row = slot * WIDTH;
          const lack = lackOf(row);
          if (lack > spare) continue;
          if (lack + capacity > spare && lack + capacity - freeHalfDays(row) * perHalfDay > spare) continue;
          into[found] = slot;
          found += 1;
        }
        return found;
      };
    },
  };
}
