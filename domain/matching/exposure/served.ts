/** What a co-op has had so far of being shown, beside what its fits would have deserved. */
export interface Served {
  /** Sum of the attention (see attention.ts) that it got in mails. */
  shown: number;
  /** Sum of its fits to the tenders that it was to hear of. */
  fit: number;
}

export const neverServed: Served = { shown: 0, fit: 0 };

/** Attention for each unit of fit; whoever had nothing to be shown for has had none. */
export function servedShare({ shown, fit }: Served): number {
  return fit > 0 ? shown / fit : 0;
}
