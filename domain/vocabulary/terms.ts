/** A term of a short fixed list. */
export interface Term {
  slug: string;
  label: string;
}

/** The label of a term; for a slug that the list does not have, the slug in words. */
export function termLabel(terms: readonly Term[], slug: string): string {
  return terms.find((term) => term.slug === slug)?.label ?? slug.replaceAll('-', ' ');
}
