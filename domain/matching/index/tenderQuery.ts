import { redLines } from '../../vocabulary/redLines.ts';
import { answersTo, skillBySlug } from '../../vocabulary/vocabulary.ts';
import { clientKey, wordsOfTender } from '../evidence.ts';
import { workMonths } from '../freeDays.ts';
import type { MatchableTender } from '../matchable.ts';
import { monthNumber } from '../requirementFit.ts';
import { priorityWeight } from '../weights.ts';
import type { Weights } from '../weights.ts';
import { attribute, dayNumber } from './coopNumbers.ts';
import type { Terms } from './coopNumbers.ts';
import { classTable, recencyTable } from './heldMark.ts';

/** What an attribute of a co-op means to a tender: bits, and how often the tender names it as a language or a value. */
export const IN_SECTOR = 1;
export const IN_COUNTRY = 2;
export const IN_CITY = 4;
export const CROSSED = 8;
export const LANGUAGE_SHIFT = 8;
export const VALUE_SHIFT = 16;
export const COUNT_MASK = 0xff;

/** One requirement: what it may add to the score, its lvl·ev by class, and how closely (sem) each skill answers it. */
export interface QueryNeed {
  most: number;
  /** Share of the likeness by skills of a past project. */
  weight: number;
  level: number;
  byClass: Float64Array;
  answers: { skill: number; sem: number }[];
}

/** A tender in the numbers of an index, so that co-ops can be scored without looking at a text. */
export interface TenderQuery {
  needs: QueryNeed[];
  /** Sum of the needs' weights. */
  weight: number;
  recency: Float64Array;
  today: number;
  firstMonth: number;
  lastMonth: number;
  wantedDays: number;
  words: number[];
  /** Number of words of the tender, also of those that no project uses. */
  wordCount: number;
  /** Whom the work is for; undefined where no project of any co-op names them. */
  client: number | undefined;
  roles: Map<number, number>;
  /** Certificates of which one has to be held live; empty when there is a need without any. */
  certificates: number[];
}

export function tenderQuery(
  { content, clientName }: MatchableTender,
  terms: Terms,
  weights: Weights,
  now: Date,
): TenderQuery {
  const sum = content.requirements.reduce((total, wanted) => total + priorityWeight[wanted.priority], 0);
  const months = workMonths(content, now);
  const words = wordsOfTender(content);
  const client = clientKey(clientName);
  const asked = content.requirements.flatMap(({ certificate }) =>
    certificate === null ? [] : [certificate],
  );
  return {
    needs: content.requirements.map(({ skill, level, priority }) => ({
      most: (weights.skill * priorityWeight[priority]) / sum,
      weight: priorityWeight[priority],
      level,
      byClass: classTable(level),
      answers: answersIn(terms, skill),
    })),
    weight: sum,
    recency: recencyTable(now),
    today: dayNumber(now.toISOString()),
    firstMonth: months === undefined ? 1 : monthNumber(months.first),
    lastMonth: months === undefined ? 0 : monthNumber(months.last),
    wantedDays: content.requirements.reduce((total, { days }) => total + days, 0),
    words: Array.from(words).flatMap((word) => terms.words.known(word) ?? []),
    wordCount: words.size,
    client: client === null ? undefined : terms.attributes.known(attribute.client(client)),
    roles: rolesOf(content, terms),
    certificates:
      asked.length < content.requirements.length
        ? []
        : asked.map((slug) => terms.attributes.numberOf(attribute.certificate(slug))),
  };
}

const knownAnswers = new Map<string, QueryNeed['answers']>();

/** Remembered for the terms of the vocabulary, since these have the same numbers in every index. */
function answersIn(terms: Terms, wanted: string): QueryNeed['answers'] {
  const known = knownAnswers.get(wanted);
  if (known !== undefined) return known;
  const answers = Array.from(answersTo(wanted)).flatMap(([slug, { value: sem }]) => {
    const skill = terms.skills.known(slug);
    return skill === undefined ? [] : [{ skill, sem }];
  });
  if (skillBySlug(wanted) !== undefined) knownAnswers.set(wanted, answers);
  return answers;
}

function rolesOf(content: MatchableTender['content'], terms: Terms): Map<number, number> {
  const roles = new Map<number, number>();
  const add = (text: string, role: number) => {
    const known = terms.attributes.known(text);
    if (known !== undefined) roles.set(known, (roles.get(known) ?? 0) + role);
  };
  const { sector, country, city, languages, values, touches } = content;
  if (sector !== null) add(attribute.sector(sector), IN_SECTOR);
  if (country !== null) {
    add(attribute.country(country), IN_COUNTRY);
    add(attribute.city(country, city), IN_CITY);
  }
  for (const code of languages) add(attribute.language(code), 1 << LANGUAGE_SHIFT);
  for (const slug of values) add(attribute.value(slug), 1 << VALUE_SHIFT);
  const crossed = redLines.filter((line) => sector !== null && line.sectors.includes(sector));
  const drawn = new Set([...touches, ...crossed.map(({ slug }) => slug)]);
  for (const slug of drawn) add(attribute.redLine(slug), CROSSED);
  return roles;
}
