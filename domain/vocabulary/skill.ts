/** One thing that a tech co-op can sell, and a client can ask for. */
export interface Skill {
  slug: string;
  label: string;
  /** Other names that people type or write, in several languages; each belongs to one skill only. */
  aliases: readonly string[];
  /** Slugs of the terms directly above; empty for the root of an area. */
  broader: readonly string[];
  /** Slugs of neighbours that are neither above nor below; holds in both directions. */
  related: readonly string[];
  /** Eight-digit CPV 2008 codes under which buyers publish such work: hints, often wider than the skill. */
  cpv: readonly string[];
  /** ESCO concept URI, where the two mean the same. */
  esco?: string;
  /** Slug of the area, which is also the slug of the area's root skill. */
  area: string;
}

/** One skill as the files under skills/ write it; lists are comma-separated, so that a term fits a line. */
export interface Entry {
  label: string;
  also?: string;
  under?: string;
  near?: string;
  /** Where missing, the codes of the first broader term that has some. */
  cpv?: string;
  esco?: string;
}

/** Part of the vocabulary: entries by slug. */
export type Entries = Readonly<Record<string, Entry>>;
