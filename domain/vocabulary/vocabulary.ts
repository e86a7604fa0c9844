import type { Skill } from './skill.ts';
import { skills } from './skills.ts';

const bySlug: ReadonlyMap<string, Skill> = new Map(skills.map((skill) => [skill.slug, skill]));

/** The skill with this slug, if the vocabulary has it. */
export function skillBySlug(slug: string): Skill | undefined {
  return bySlug.get(slug);
}

/** A skill's label; for a slug that the vocabulary does not know, the slug in words. */
export function skillLabel(slug: string): string {
  return bySlug.get(slug)?.label ?? slug.replaceAll('-', ' ');
}

function ancestors(skill: Skill): string[] {
  const found = new Set<string>(skill.broader);
  for (const slug of found) for (const above of bySlug.get(slug)?.broader ?? []) found.add(above);
  return [...found];
}

const above: ReadonlyMap<string, readonly string[]> = new Map(
  skills.map((skill) => [skill.slug, ancestors(skill)]),
);
const aboveSets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Array.from(above, ([slug, slugs]) => [slug, new Set(slugs)]),
);

/** Slugs of all broader terms, nearest first; empty for a root and for an unknown slug. */
export function broaderOf(slug: string): readonly string[] {
  return above.get(slug) ?? [];
}

/** How close a held skill is to a wanted one (domain rules, section 4, `sem`). */
export type Relatedness =
  | { kind: 'same'; value: 1 }
  | { kind: 'narrower'; value: 0.8 }
  | { kind: 'broader'; value: 0.5 }
  | { kind: 'related'; value: 0.3 };

/**
 * How far a held skill answers a wanted one, from the holder's side: `narrower` means that the holder's term is
 * narrower than the wanted one. Undefined when they have nothing to do with each other. Unknown slugs match themselves.
 */
export function relatedness(held: string, wanted: string): Relatedness | undefined {
  return answersTo(wanted).get(held);
}

function compare(held: string, wanted: string): Relatedness | undefined {
  if (held === wanted) return { kind: 'same', value: 1 };
  if (aboveSets.get(held)?.has(wanted)) return { kind: 'narrower', value: 0.8 };
  if (aboveSets.get(wanted)?.has(held)) return { kind: 'broader', value: 0.5 };
  if (bySlug.get(held)?.related.includes(wanted) || bySlug.get(wanted)?.related.includes(held)) {
    return { kind: 'related', value: 0.3 };
  }
  return undefined;
}

const knownAnswers = new Map<string, ReadonlyMap<string, Relatedness>>();

/** Every slug that answers a wanted skill to some degree, for indexes that look up holders by requirement. */
export function answersTo(wanted: string): ReadonlyMap<string, Relatedness> {
  const known = knownAnswers.get(wanted);
  if (known !== undefined) return known;
  // Only terms of the vocabulary are remembered, so that the memory has an end.
  if (!bySlug.has(wanted)) return new Map([[wanted, { kind: 'same', value: 1 }]]);
  const found = new Map<string, Relatedness>();
  for (const { slug } of skills) {
    const closeness = compare(slug, wanted);
    if (closeness !== undefined) found.set(slug, closeness);
  }
  knownAnswers.set(wanted, found);
  return found;
}

/** A term and all narrower ones: what a filter by this skill finds. */
export function slugsWithin(slug: string): string[] {
  return [slug, ...skills.filter((skill) => aboveSets.get(skill.slug)?.has(slug)).map((skill) => skill.slug)];
}
