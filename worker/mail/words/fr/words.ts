import type { en } from '../en/words.ts';
import { account } from './account.ts';
import { bids } from './bids.ts';
import { digests } from './digest.ts';
import { general } from './general.ts';
import { opportunities } from './opportunities.ts';
import { reasons } from './reasons.ts';
import { replies } from './replies.ts';
import { seats } from './seats.ts';
import { stopping } from './stopping.ts';
import { tenders } from './tenders.ts';

/** French: "vous", with the no-break spaces that it sets before high punctuation. */
export const fr: typeof en = {
  general,
  ...account,
  ...opportunities,
  ...digests,
  ...reasons,
  ...seats,
  ...bids,
  ...tenders,
  ...replies,
  ...stopping,
};
