import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import type { Composed, ComposeTools } from './composer.ts';
import { composers } from './composers.ts';
import { composeDigests } from './digest/composeDigests.ts';
import { composeOpportunities } from './opportunity/composeOpportunities.ts';
import { withUnsubscribe } from './withUnsubscribe.ts';

/** Composes mails, by delivery: those of the kinds that go to many at once together, the others one by one. */
export async function composeMails(
  deliveries: readonly DeliveryRecord[],
  tools: ComposeTools,
): Promise<Map<string, Composed>> {
  const ofKind = (kind: DeliveryRecord['kind']) => deliveries.filter((delivery) => delivery.kind === kind);
  const composed = new Map([
    ...(await composeOpportunities(ofKind('opportunity'), tools)),
    ...(await composeDigests(ofKind('digest'), tools)),
  ]);
  for (const delivery of deliveries) {
    if (delivery.kind === 'opportunity' || delivery.kind === 'digest') continue;
    composed.set(delivery.id, await composers[delivery.kind](delivery, tools));
  }
  withUnsubscribe(deliveries, composed, tools);
  return composed;
}
