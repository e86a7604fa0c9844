import { editDistance } from './editDistance.ts';
import type { Skill } from './skill.ts';
import { skills } from './skills.ts';
import { skillBySlug } from './vocabulary.ts';
import { keyOf, singular } from './words.ts';

/** One name of a skill, ready for comparing. */
interface Name {
  skill: Skill;
  key: string;
  /** Key without spaces: people write "type script" and "word press". */
  joined: string;
  core: string;
  isLabel: boolean;
}

/** Words that people add to a skill's name without changing what they mean. */
const FILLERS = new Set(
  'app apps consulting design designer dev developer developers development expert framework language management plugin programming service services software system systems'.split(
    ' ',
  ),
);

/** What is left of a key without fillers and plurals, so that "Android app developer" is Android. */
function coreOf(key: string): string {
  const words = key.split(' ');
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : words).map(singular).join('');
}

function nameOf(skill: Skill, text: string, isLabel: boolean): Name {
  const key = keyOf(text);
  return { skill, key, joined: key.replaceAll(' ', ''), core: coreOf(key), isLabel };
}

const names: readonly Name[] = skills.flatMap((skill) => [
  nameOf(skill, skill.label, true),
  ...skill.aliases.map((alias) => nameOf(skill, alias, false)),
]);

/** Mistakes that a word of this length may have and still be meant. */
function tolerance(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/** 0 for no match; otherwise higher is better: whole name, start of the name, start of its words, misspelt. */
function rank(name: Name, key: string, joined: string): number {
  const own = name.isLabel ? 5 : 0;
  if (name.key === key || name.joined === joined) return 90 + own;
  if (name.key.startsWith(key)) return 70 + own;
  const words = name.key.split(' ');
  if (key.split(' ').every((wanted) => words.some((word) => word.startsWith(wanted)))) return 50 + own;
  if (name.core === coreOf(key)) return 40 + own;
  if (key.length >= 3 && name.joined.includes(joined)) return 30 + own;
  const limit = tolerance(joined.length);
  if (limit === 0) return 0;
  const distance = editDistance(joined, name.joined, limit);
  if (distance <= limit) return 20 + own - 3 * distance;
  const start = editDistance(joined, name.joined.slice(0, joined.length), limit);
  return start <= limit && joined[0] === name.joined[0] ? 10 + own - 3 * start : 0;
}

/** The skills that fit what somebody has typed so far, best first; folds accents and case, forgives a typo. */
export function searchSkills(text: string, limit = 10): Skill[] {
  const key = keyOf(text);
  if (key === '') return [];
  const joined = key.replaceAll(' ', '');
  const best = new Map<Skill, number>();
  for (const name of names) {
    const value = rank(name, key, joined);
    if (value > (best.get(name.skill) ?? 0)) best.set(name.skill, value);
  }
  return [...best]
    .toSorted(
      ([a, atA], [b, atB]) => atB - atA || a.label.length - b.label.length || (a.label < b.label ? -1 : 1),
    )
    .slice(0, limit)
    .map(([skill]) => skill);
}

/** What a free-text skill means: a term of the vocabulary, or one to propose, with what it may have meant. */
export type ResolvedSkill =
  | { kind: 'known'; skill: Skill; via: 'label' | 'alias' | 'fuzzy' }
  | { kind: 'unknown'; suggestions: Skill[]; proposal: { label: string; slug: string } };

const byJoined = new Map(names.map((name) => [name.joined, name]));

/** By core, but only where all names with that core are of one skill. */
const byCore = new Map<string, Name | null>();
for (const name of names) {
  const other = byCore.get(name.core);
  byCore.set(name.core, other === undefined || other?.skill === name.skill ? name : null);
}

/** The only skill within reach of a misspelling; undefined when none or several are equally near. */
function nearestByTypo(joined: string): Skill | undefined {
  const limit = tolerance(joined.length);
  let least = limit + 1;
  let nearest = new Set<Skill>();
  for (const name of limit > 0 ? names : []) {
    // A slip in the first letter is rare, and Preact is not React.
    if (name.joined.length < 5 || name.joined[0] !== joined[0]) continue;
    const distance = editDistance(joined, name.joined, limit);
    if (distance < least) nearest = new Set();
    if (distance <= Math.min(least, limit)) nearest.add(name.skill);
    least = Math.min(least, distance);
  }
  return nearest.size === 1 ? [...nearest][0] : undefined;
}

/** Hash for names in scripts that a slug can't hold (FNV-1a). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

function proposalFor(text: string): { label: string; slug: string } {
  const label = text.replace(/\s+/gu, ' ').trim().slice(0, 60).trim();
  const plain = keyOf(label)
    .replaceAll('+', 'p')
    .replaceAll('#', '-sharp')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return { label, slug: plain === '' || skillBySlug(plain) !== undefined ? `term-${hashOf(label)}` : plain };
}

/** Maps free text to a term by label, alias or typo; otherwise offers it as a new term with near ones to choose from. */
export function resolveSkill(freeText: string): ResolvedSkill {
  const key = keyOf(freeText);
  const joined = key.replaceAll(' ', '');
  const slugged = skillBySlug(freeText.trim());
  if (slugged !== undefined) return { kind: 'known', skill: slugged, via: 'label' };
  const exact = byJoined.get(joined);
  if (exact !== undefined)
    return { kind: 'known', skill: exact.skill, via: exact.isLabel ? 'label' : 'alias' };
  const same = byCore.get(coreOf(key));
  if (same) return { kind: 'known', skill: same.skill, via: 'alias' };
  const nearest = nearestByTypo(joined);
  if (nearest !== undefined) return { kind: 'known', skill: nearest, via: 'fuzzy' };
  return { kind: 'unknown', suggestions: suggestionsFor(freeText, key), proposal: proposalFor(freeText) };
}

/** What the whole text finds, and after that what its single words find. */
function suggestionsFor(text: string, key: string): Skill[] {
  const words = key.split(' ').filter((word) => word.length > 3);
  const found = [text, ...words].flatMap((part) => searchSkills(part, 5));
  return [...new Set(found)].slice(0, 5);
}
