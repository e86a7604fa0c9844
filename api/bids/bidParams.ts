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

/** The co-ops of a plan beside the acting one: identifiers with commas between them. */
export const planQuery = z.strictObject({
  members: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(id).max(29, 'holds more co-ops than a bid has seats')),
});
