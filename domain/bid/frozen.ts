import type { TenderContent } from '../tender/schema.ts';
import { canonicalJson } from '../canonicalJson.ts';
import type { Bid, BidContent, FrozenBid, Revision } from './schema.ts';

/** What a frozen bid takes from elsewhere: the tender as it is now, and the co-ops' names. */
export interface FreezeFacts {
  tender: { version: number; content: Pick<TenderContent, 'currency' | 'liability'> };
  coopNames: Readonly<Record<string, string>>;
}

/** The working text as what would be signed; null while a seat is not accepted or no dispute path is named. */
export function toFrozen(bid: Bid, revision: number, facts: FreezeFacts): FrozenBid | null {
  const { content } = bid;
  if (content.disputePath === null) return null;
  const seats = content.seats.flatMap((seat) =>
    seat.state === 'accepted' && seat.coopId !== null
      ? [
          {
            id: seat.id,
            coopId: seat.coopId,
            coopName: facts.coopNames[seat.coopId] ?? '',
            parts: seat.parts,
            shareMinor: seat.shareMinor,
            contribution: seat.contribution,
          },
        ]
      : [],
  );
  if (seats.length !== content.seats.length) return null;
  return {
    tenderId: bid.tenderId,
    tenderVersion: facts.tender.version,
    bidId: bid.id,
    revision,
    leadId: bid.leadId,
    currency: facts.tender.content.currency,
    totalMinor: content.totalMinor,
    liability: facts.tender.content.liability,
    disputePath: content.disputePath,
    joiningReasons: content.joiningReasons,
    sections: content.sections,
    seats,
  };
}

/** The part of the working text that is signed; whether a seat shows its price is not. */
function signedText(content: Omit<BidContent, 'seats'> & { seats: readonly SignedSeat[] }): string {
  return canonicalJson({
    sections: content.sections,
    totalMinor: content.totalMinor,
    disputePath: content.disputePath,
    joiningReasons: content.joiningReasons,
    seats: content.seats.map(({ id, coopId, parts, shareMinor, contribution }) => ({
      id,
      coopId,
      parts,
      shareMinor,
      contribution,
    })),
  });
}
type SignedSeat = Omit<BidContent['seats'][number], 'showsPrice' | 'state' | 'invitationId'>;

/** Whether two working texts say the same, as far as it is signed. */
export function saysTheSame(one: BidContent, other: BidContent): boolean {
  return signedText(one) === signedText(other);
}

/** The last revision, as long as the working text still says the same: the one that can be signed. */
export function currentRevision(bid: Bid): Revision | null {
  const last = bid.revisions.at(-1);
  if (last === undefined || last.isVoid) return null;
  return signedText(last.content) === signedText(bid.content) ? last : null;
}

/** The revision that is the live bid. */
export function liveRevision(bid: Bid): Revision | null {
  return bid.revisions.find((revision) => revision.number === bid.submission?.revision) ?? null;
}

/** The co-ops that have not signed a revision yet. */
export function waitingFor(revision: Revision): string[] {
  const signed = new Set(revision.signatures.map((signature) => signature.coopId));
  return revision.content.seats.map((seat) => seat.coopId).filter((coopId) => !signed.has(coopId));
}
