import type { Problem } from '../problem.ts';
import type { Reason } from '../reasons.ts';
import type { Bid } from './schema.ts';

/** What a move of a bid comes to: the new document, or why not (with the fields, where it is about fields). */
export type BidOutcome = { ok: true; bid: Bid } | { ok: false; because: Reason; problems: Problem[] };

export function became(bid: Bid): BidOutcome {
  return { ok: true, bid };
}

export function cannot(because: Reason, problems: Problem[] = []): BidOutcome {
  return { ok: false, because, problems };
}
