import type { DeliveryRecord, Settlement } from '@cobid/platform/mongo/models/delivery.ts';
import { mailStopsOf } from '@cobid/platform/mongo/models/suppression.ts';
import type { MailStop } from '@cobid/platform/mongo/models/suppression.ts';
import { isStoreAway } from '@cobid/platform/mongo/storeAway.ts';
import { composeMails } from '../compose/composeMails.ts';
import type { Composed, OnRecord } from '../compose/composer.ts';
import type { Context } from '../context.ts';
import type { MailContent } from '../mail/content.ts';
import { tryAgain, waitUntil } from './settlement.ts';
import { settingsSayOf } from './settingsSay.ts';

/** A mail that can be sent, or how its attempt ends without one. */
export type Prepared = { content: MailContent; onRecord?: OnRecord } | { settlement: Settlement };

/**
 * Asks what stands against these mails (addresses that must not get any, settings, moments that have passed) and
 * composes the others. The number of reads and writes does not depend on how many there are, for the kinds that come
 * in numbers. Throws only where the database is away.
 */
export async function prepareMails(
  claimed: readonly DeliveryRecord[],
  context: Context,
): Promise<Map<string, Prepared>> {
  const now = context.clock();
  const [stopOf, settingsSay] = await Promise.all([
    mailStopsOf(claimed.map(({ email }) => email)),
    settingsSayOf(claimed, now),
  ]);
  const prepared = new Map<string, Prepared>();
  const toCompose = claimed.filter((delivery) => {
    const settlement = stopped(delivery, stopOf(delivery.email, delivery.kind), now) ?? settingsSay(delivery);
    if (settlement !== null) prepared.set(delivery.id, { settlement });
    return settlement === null;
  });
  for (const [delivery, composed] of await composeEach(toCompose, context)) {
    prepared.set(delivery.id, await outcomeOf(delivery, composed, context));
  }
  return prepared;
}

/** Signing in is asked for by whoever has the mailbox in front of them; all else respects what was said before. */
function stopped(
  delivery: DeliveryRecord,
  { isSuppressed, waitUntil: until }: MailStop,
  now: Date,
): Settlement | null {
  if (delivery.kind === 'signIn') return null;
  if (isSuppressed) return { state: 'suppressed', lastError: null };
  return until !== null && until > now ? waitUntil(until, delivery) : null;
}

/** One that cannot be composed must not hold back the others: they are composed one by one then. */
async function composeEach(
  deliveries: readonly DeliveryRecord[],
  context: Context,
): Promise<[DeliveryRecord, Composed | Error][]> {
  try {
    const { config, clock } = context;
    const composed = await composeMails(deliveries, { config, now: clock() });
    return deliveries.map((delivery) => [
      delivery,
      composed.get(delivery.id) ?? { moot: 'nobody to read it' },
    ]);
  } catch (error) {
    if (isStoreAway(error)) throw error;
    const [only, ...others] = deliveries;
    if (only !== undefined && others.length === 0) return [[only, asError(error)]];
    const each: [DeliveryRecord, Composed | Error][] = [];
    for (const delivery of deliveries) each.push(...(await composeEach([delivery], context)));
    return each;
  }
}

async function outcomeOf(
  delivery: DeliveryRecord,
  composed: Composed | Error,
  context: Context,
): Promise<Prepared> {
  if (composed instanceof Error) {
    const { id: deliveryId, kind } = delivery;
    context.log.error({ err: composed, deliveryId, kind }, 'could not compose a mail');
    return { settlement: await tryAgain(delivery, composed.name, context) };
  }
  if ('moot' in composed) return { settlement: { state: 'moot', lastError: composed.moot } };
  if ('notBefore' in composed) return { settlement: waitUntil(composed.notBefore, delivery) };
  return composed;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('unknown error', { cause: error });
}
