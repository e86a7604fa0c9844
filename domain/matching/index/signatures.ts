import type { MatchableCoop, MatchableTender } from '../matchable.ts';
import { monthNumber } from '../requirementFit.ts';
import type { Weights } from '../weights.ts';
import { attribute } from './coopNumbers.ts';
import type { Terms } from './coopNumbers.ts';
import type { TenderQuery } from './tenderQuery.ts';

/**
 * For each co-op forty bytes side by side that say at most how well it does in everything but skills and evidence:
 * a bit for each of its sectors, languages, values and countries (several share one of 32 bits) and its free half
 * days by month of the year. Shared bits can only make a co-op look better than it is, so what a bound from them
 * excludes is excluded for good.
 */
export interface Signatures {
  put(slot: number, coop: MatchableCoop): void;
  /**
   * Writes for each of the first `count` slots the most that its fit can be: its sum of skill terms, all evidence, and
   * what its row allows of the other terms; or -1 where not even all of them would reach `least`.
   */
  bound(slots: BoundedSlots, least: number, tender: MatchableTender, query: Months, weights: Weights): void;
}

/** The slots to bound: their sums of skill terms, and where the bounds go. */
export interface BoundedSlots {
  count: number;
  skillSum: Float64Array;
  bounds: Float64Array;
}

type Months = Pick<TenderQuery, 'firstMonth' | 'lastMonth' | 'wantedDays'>;

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
    bound({ count, skillSum, bounds }, least, tender, { firstMonth, lastMonth, wantedDays }, weights) {
      const asked = askedBy(tender, weights);
      const columns = Uint8Array.from(asked, ({ column }) => column);
      const bitsAsked = Int32Array.from(asked, (one) => one.bit);
      const adds = Float64Array.from(asked, (one) => one.adds);
      const others = weights.sector + weights.language + weights.values + weights.place;
      const unasked = others - adds.reduce((sum, each) => sum + each, 0) + weights.evidence;
      const most = others + weights.evidence + weights.capacity;
      const length = Math.min(MONTHS, Math.max(0, lastMonth - firstMonth + 1));
      const first = 2 * KINDS + (firstMonth % MONTHS);
      const wrap = 2 * WIDTH;
      const perHalfDay = wantedDays === 0 ? 0 : weights.capacity / (2 * wantedDays);
      const capacityAtOnce = wantedDays === 0 ? weights.capacity : 0;
      for (let slot = 0; slot < count; slot += 1) {
        const skills = skillSum[slot] ?? 0;
        if (skills + most < least) {
          bounds[slot] = -1;
          continue;
        }
        let bound = skills + unasked;
        for (let at = 0; at < columns.length; at += 1) {
          const own = rows[slot * WIDTH + (columns[at] ?? 0)] ?? 0;
          if ((own & (bitsAsked[at] ?? 0)) !== 0) bound += adds[at] ?? 0;
        }
        let free = 0;
        for (let at = 0; at < length; at += 1) {
          const month = first + at < wrap ? first + at : first + at - MONTHS;
          free += months[slot * wrap + month] ?? 0;
        }
        bounds[slot] = bound + Math.min(weights.capacity, capacityAtOnce + free * perHalfDay);
      }
    },
  };
}
