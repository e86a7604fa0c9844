import type { MatchableCoop, MatchableTender } from '../matchable.ts';
import { monthNumber } from '../requirementFit.ts';
import type { Weights } from '../weights.ts';
import { attribute } from './coopNumbers.ts';
import type { Terms } from './coopNumbers.ts';
import { SLACK } from './scorer.ts';
import { unitsPerFit } from './skillBounds.ts';
import type { TenderQuery } from './tenderQuery.ts';

/**
 * For each co-op a few numbers that say at most how well it does in everything but skills and evidence: a bit for each
 * of its sectors, languages, values and countries (several share one of 32 bits) and its free half days by month of the
 * year. Shared bits can only make a co-op look better than it is, so who is excluded by them is excluded for good. The
 * bits of each kind lie side by side, since most co-ops are excluded by one kind alone.
 */
export interface Signatures {
  put(slot: number, coop: MatchableCoop): void;
  /** Prepares the bounds for a tender. */
  selectorFor(tender: MatchableTender, query: Months, weights: Weights): Selector;
}

/** Puts the slots of those who might reach `least`, by their row and the bound of their skills, into `into`. */
export type Selector = (block: Block, least: number, into: Uint32Array) => number;

/** Slots that lie side by side, and by slot what their skills add to the fit at most (see `boundSkills`). */
export interface Block {
  start: number;
  end: number;
  skillBound: Uint16Array;
}

type Months = Pick<TenderQuery, 'firstMonth' | 'lastMonth' | 'wantedDays'>;

const KINDS = 4;
const MONTHS = 12;
const [SECTOR, LANGUAGE, VALUE, PLACE] = [0, 1, 2, 3];

export function createSignatures({ attributes }: Pick<Terms, 'attributes'>): Signatures {
  let slots = 64;
  let kinds = Array.from({ length: KINDS }, () => new Uint32Array(slots));
  let months = new Uint16Array(slots * MONTHS);

  const bit = (text: string) => 1 << (attributes.numberOf(text) & 31);
  const bits = (texts: readonly string[]) => texts.reduce((all, text) => all | bit(text), 0);

  function grow(slot: number): void {
    if (slot < slots) return;
    slots = Math.max(slot + 1, slots * 2);
    kinds = kinds.map((each) => {
      const larger = new Uint32Array(slots);
      larger.set(each);
      return larger;
    });
    const longer = new Uint16Array(slots * MONTHS);
    longer.set(months);
    months = longer;
  }

  function bitsOf(kind: number): Uint32Array {
    return kinds[kind] ?? new Uint32Array(0);
  }

  /** Each thing that is asked: its kind, its bit, and what having it adds; what adds most first. */
  function askedBy({ content }: MatchableTender, weights: Weights) {
    const { sector, languages, values, workplace, country } = content;
    const onSite = country === null ? [] : [attribute.country(country)];
    const places = { remote: [attribute.remote], on_site: onSite, hybrid: [] }[workplace];
    const each = (kind: number, texts: readonly string[], weight: number) =>
      texts.map((text) => ({ kind, bit: bit(text), adds: weight / texts.length }));
    return [
      ...each(SECTOR, sector === null ? [] : [attribute.sector(sector)], weights.sector),
      ...each(LANGUAGE, languages.map(attribute.language), weights.language),
      ...each(VALUE, values.map(attribute.value), weights.values),
      ...each(PLACE, places, weights.place),
    ].toSorted((a, b) => b.adds - a.adds);
  }

  return {
    put(slot, { profile }) {
      grow(slot);
      const projectSectors = profile.projects.flatMap(({ sector }) => sector ?? []);
      bitsOf(SECTOR)[slot] = bits([...profile.sectors, ...projectSectors].map(attribute.sector));
      bitsOf(LANGUAGE)[slot] = bits(profile.languages.map(attribute.language));
      bitsOf(VALUE)[slot] = bits(profile.values.map(attribute.value));
      const countries = profile.places.map(({ country }) => attribute.country(country));
      bitsOf(PLACE)[slot] = bits(profile.remote ? [...countries, attribute.remote] : countries);
      months.fill(0, slot * MONTHS, (slot + 1) * MONTHS);
      for (const { month, days } of profile.freeDays) {
        const at = slot * MONTHS + (monthNumber(month) % MONTHS);
        months[at] = Math.min(0xffff, (months[at] ?? 0) + days * 2);
      }
    },
    selectorFor(tender, { firstMonth, lastMonth, wantedDays }, weights) {
      const units = unitsPerFit(weights);
      const asked = askedBy(tender, weights).map((one) => ({
        bits: bitsOf(one.kind),
        shift: 31 - Math.clz32(one.bit),
        adds: Math.floor(one.adds * units),
      }));
      const languages = bitsOf(LANGUAGE);
      const understood =
        tender.content.languages.length === 0 ? -1 : bits(tender.content.languages.map(attribute.language));
      const [most = { bits: bitsOf(SECTOR), shift: 0, adds: 0 }, ...others] = asked;
      const all = Math.ceil(
        (Object.values(weights).reduce((sum, weight) => sum + weight, 0) - weights.skill) * units,
      );
      const length = Math.min(MONTHS, Math.max(0, lastMonth - firstMonth + 1));
      const first = firstMonth % MONTHS;
      const perHalfDay = wantedDays === 0 ? Infinity : (weights.capacity * units) / (2 * wantedDays);
      const capacity = wantedDays === 0 ? 0 : Math.floor(weights.capacity * units);

      function freeHalfDays(slot: number): number {
        let free = 0;
        for (let at = first; at < first + length; at += 1) {
          free += months[slot * MONTHS + (at < MONTHS ? at : at - MONTHS)] ?? 0;
        }
        return free;
      }

      /** By what adds most, without a branch: rows differ too much for a processor to guess. */
      function selectByOne({ start, end, skillBound }: Block, enough: number, into: Uint32Array): number {
        const { bits: words, shift, adds } = most;
        const bound = enough + adds;
        let found = 0;
        for (let slot = start; slot < end; slot += 1) {
          const spare = (skillBound[slot] ?? 0) + (((words[slot] ?? 0) >>> shift) & 1) * adds - bound;
          into[found] = slot;
          found += 1 + (spare >> 31);
        }
        return found;
      }

      return (block, least, into) => {
        const enough = Math.floor(Math.max(0, least - SLACK) * units) - all;
        const maybe = selectByOne(block, enough, into);
        let found = 0;
        for (let at = 0; at < maybe; at += 1) {
          const slot = into[at] ?? 0;
          const spare = (block.skillBound[slot] ?? 0) - enough;
          let lack = (1 - (((most.bits[slot] ?? 0) >>> most.shift) & 1)) * most.adds;
          for (let one = 0; one < others.length; one += 1) {
            const { bits: words, shift, adds } = others[one] ?? most;
            lack += (1 - (((words[slot] ?? 0) >>> shift) & 1)) * adds;
          }
          if (lack > spare) continue;
          // Who names languages, and none of the tender's, is not eligible.
          const spoken = languages[slot] ?? 0;
          if (spoken !== 0 && (spoken & understood) === 0) continue;
          if (lack + capacity > spare && lack + capacity - freeHalfDays(slot) * perHalfDay > spare) continue;
          into[found] = slot;
          found += 1;
        }
        return found;
      };
    },
  };
}
