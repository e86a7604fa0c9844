import { z } from 'zod';
import { id, partId } from '@cobid/domain/ids.ts';

/** Which co-op of a bid may do what is for its policy, so that everybody outside gets the same "not found". */
export const access = { acting: 'coop', role: 'member' } as const;

export const ofTender = z.strictObject({ tenderId: id });
export const ofBid = z.strictObject({ bidId: id });
export const ofSeat = z.strictObject({ bidId: id, seatId: partId });
export const ofRevision = z.strictObject({
  bidId: id,
  number: z.coerce.number().int().min(1).max(100_000),
});
