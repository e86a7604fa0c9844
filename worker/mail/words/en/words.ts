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

/** English: what the other languages have to say, too. */
export const en = {
  general,
  ...account,
  ...opportunities,
  ...reasons,
  ...digests,
  ...seats,
  ...bids,
  ...tenders,
  ...replies,
  ...stopping,
};
