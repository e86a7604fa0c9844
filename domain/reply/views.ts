import { z } from 'zod';
import { id } from '../ids.ts';
import { answers } from '../opportunity/schema.ts';
import { instant } from '../time.ts';

/** What the page behind the undo link of a confirmation shows. */
export const replyUndoView = z.object({
  tender: z.object({ id, title: z.string() }),
  coopName: z.string(),
  /** The answer that the reply was taken as. */
  answer: z.enum(answers),
  /** What was written. */
  words: z.string(),
  /** `replaced` when the co-op has given another answer since: then there is nothing to take back. */
  state: z.enum(['stands', 'undone', 'replaced']),
});
export type ReplyUndoView = z.infer<typeof replyUndoView>;

/** A reply in somebody's name that waits for them to let it through. */
export const heldReplyView = z.object({
  id,
  /** The address that it says it is from; '' if it cannot be read. */
  from: z.string(),
  subject: z.string(),
  words: z.string(),
  at: instant,
  /** Why it waits, as a sentence. */
  why: z.string(),
});
export type HeldReplyView = z.infer<typeof heldReplyView>;

/** What somebody wrote to an address that belongs to the network and to no mail of it. */
export const letterView = z.object({
  id,
  /** The address that it says it is from; '' if it cannot be read. */
  from: z.string(),
  /** Whether DKIM or SPF says so. */
  isAuthentic: z.boolean(),
  /** The address that it came to. */
  to: z.enum(['sender', 'complaints']),
  subject: z.string(),
  words: z.string(),
  at: instant,
});
export type LetterView = z.infer<typeof letterView>;
