import type { OrganisationRef } from '../organisation/schema.ts';
import { maySeePrice } from './policy.ts';
import type { BidAudience } from './policy.ts';
import type { Bid, FrozenView, Revision } from './schema.ts';

/** Who reads a frozen revision: in which part, and for which co-op. */
export interface FrozenReader {
  audience: BidAudience;
  coopId: string | null;
}

/**
 * A frozen revision without the prices that its reader may not see; null for those for whom it does not exist. The
 * hash is of the whole offer, prices included.
 */
export function toFrozenFor(
  reader: FrozenReader,
  bid: Bid,
  revision: Revision,
  refOf: (organisationId: string) => OrganisationRef,
): FrozenView | null {
  if (reader.audience === 'nobody' || reader.audience === 'invited') return null;
  const { content, signatures } = revision;
  // Co-ops are called what they were called when it was frozen: the names are part of what is signed.
  const nameOf = new Map(content.seats.map((seat) => [seat.coopId, seat.coopName]));
  const frozenRef = (coopId: string): OrganisationRef => ({
    ...refOf(coopId),
    name: nameOf.get(coopId) ?? refOf(coopId).name,
  });
  const maySee = (seat: { id: string; coopId: string }) => {
    const working = bid.content.seats.find(({ id, coopId }) => id === seat.id && coopId === seat.coopId);
    const showsPrice = working?.showsPrice ?? false;
    return maySeePrice(reader.audience, reader.coopId, { coopId: seat.coopId, showsPrice });
  };
  return {
    number: revision.number,
    hash: revision.hash,
    lead: frozenRef(content.leadId),
    currency: content.currency,
    totalMinor: content.totalMinor,
    liability: content.liability,
    disputePath: content.disputePath,
    joiningReasons: content.joiningReasons,
    sections: content.sections,
    seats: content.seats.map((seat) => ({
      id: seat.id,
      coop: frozenRef(seat.coopId),
      parts: seat.parts,
      shareMinor: maySee(seat) ? seat.shareMinor : null,
      contribution: seat.contribution,
    })),
    signatures: signatures.map(({ coopId, personName, at }) => ({
      coop: frozenRef(coopId),
      personName,
      at: at.toISOString(),
    })),
  };
}
