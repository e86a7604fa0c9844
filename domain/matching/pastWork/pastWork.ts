/** A piece of past work: what it was, for which client, when it was won, and by whom. */
export interface PastWork {
  id: string;
  text: string;
  client: string;
  /** Days since 1970-01-01. */
  day: number;
  /** Ids of the co-ops that won it; several for a panel. */
  coops: readonly string[];
}

/** Work that is wanted, as far as past work is held against it. */
export type WantedWork = Pick<PastWork, 'text' | 'client'>;
