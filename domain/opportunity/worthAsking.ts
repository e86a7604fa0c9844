import { z } from 'zod';
import { organisationRef } from '../organisation/schema.ts';

/**
 * A co-op that does not cover a requirement and is worth asking for it, since it did such work: a hint from past works,
 * no fit. At least one of its works is told.
 */
export const worthAskingView = z.object({
  coop: organisationRef,
  works: z.array(z.object({ title: z.string(), year: z.int() })),
  /** What speaks for it beside them, in sentences. */
  because: z.array(z.string()),
});
export type WorthAskingView = z.infer<typeof worthAskingView>;
