import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import { opportunity } from '../../mail/kinds/opportunity.ts';
import { moot } from '../composer.ts';
import type { Composed, ComposeTools, Composer } from '../composer.ts';
import { commonParts, matchParts } from './opportunityParts.ts';
import { readOpportunities } from './readOpportunities.ts';
import type { KnownOpportunity } from './readOpportunities.ts';
import { tellNow } from './tellNow.ts';

/** A tender that fits, as the formula says. */
export interface FittingOpportunity extends KnownOpportunity {
  match: MatchRecord;
}

/**
 * Composes the mails that tell of tenders at once, by delivery. The number of reads and writes does not depend on how
 * many there are of a tender. What they tell is recorded before they go out.
 */
export async function composeOpportunities(
  deliveries: readonly DeliveryRecord[],
  tools: ComposeTools,
): Promise<Map<string, Composed>> {
  const composed = new Map<string, Composed>();
  const fitting: FittingOpportunity[] = [];
  for (const [id, known] of await readOpportunities(deliveries, tools.now)) {
    if ('moot' in known) composed.set(id, known);
    else if (known.match?.isEligible !== true) composed.set(id, moot('not matched any more'));
    else fitting.push({ ...known, match: known.match });
  }
  const toldNow = await tellNow(fitting, tools.now);
  for (const known of fitting) {
    const told = toldNow.get(known.delivery.id) ?? moot('nobody to read it');
    if (!('because' in told)) {
      composed.set(known.delivery.id, told);
      continue;
    }
    const parts = { ...commonParts(known, tools), ...matchParts(known, known.match), ...told };
    const content = opportunity({ reader: known.readBy.reader, ...parts });
    composed.set(known.delivery.id, { content, onRecord: { setting: told.settings.frequency } });
  }
  return composed;
}

/** The same for one. */
export const composeOpportunity: Composer = async (delivery, tools) =>
  (await composeOpportunities([delivery], tools)).get(delivery.id) ?? moot('nobody to read it');
