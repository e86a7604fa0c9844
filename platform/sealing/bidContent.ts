import type { BidContent, Revision } from '@cobid/domain/bid/schema.ts';

/** What the members of a consortium, and after the deadline the client, may read of a bid. */
export interface OpenBid {
  content: BidContent;
  revisions: Revision[];
}

/** Bid content as it is stored. Nobody looks into it but `openBidContent`. */
export interface SealedBid {
  readonly form: 'plain';
  readonly body: unknown;
}

/**
 * Turns bid content into what is stored. This file is the only place that knows how; it stores plainly today, and
 * encryption at rest takes its place without anybody else noticing.
 */
export function sealBidContent(open: OpenBid): SealedBid {
  return { form: 'plain', body: open };
}

/** Turns stored bid content into what can be read. Ask the policy first whether this reader may. */
export function openBidContent(sealed: SealedBid): OpenBid {
  return asOpenBid(sealed.body);
}

/** What was sealed by the function above is what comes out; the store cannot tell that to the type checker. */
function asOpenBid(body: unknown): OpenBid {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- see above
  return body as OpenBid;
}
