import { z } from 'zod';
import { instant } from '../time.ts';

export const waitingKinds = [
  'answer_opportunity',
  'answer_invitation',
  'answer_counter',
  'sign_revision',
  'finish_bid',
  'submit_bid',
  'finish_tender',
  'choose_bid',
  'complete_tender',
  'finish_profile',
  /** Nothing to do, but good to know. */
  'tender_closes',
] as const;

/** One thing that waits for the reader: what, where to do it, until when. */
export const waitingItem = z.object({
  kind: z.enum(waitingKinds),
  title: z.string(),
  detail: z.string(),
  href: z.string(),
  due: instant.nullable(),
  zone: z.string().nullable(),
});
export type WaitingItem = z.infer<typeof waitingItem>;

export const homeView = z.object({ waiting: z.array(waitingItem), closingSoon: z.array(waitingItem) });
export type HomeView = z.infer<typeof homeView>;
