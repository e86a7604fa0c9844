import { nextDigest } from '@cobid/domain/mail/nextDigest.ts';
import { dueDigests, moveDigests } from '@cobid/platform/mongo/models/mailSettings.ts';
import type { MailSettingsRecord } from '@cobid/platform/mongo/models/mailSettings.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import { wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { WantedDelivery } from '@cobid/platform/mongo/models/delivery.ts';
import type { Handler } from '../context.ts';
import { nudgeMails } from './nudgeMails.ts';

const BATCH = 500;

/**
 * Wants the digests that are due, and sets when the next ones are. After an outage each person gets one, however many
 * were missed. Each names the moment at which it was due: whoever dies on the way leaves that moment behind, and the
 * next one wants the same digest again.
 */
export const wantDigests: Handler<'wantDigests'> = async (_payload, context) => {
  for (;;) {
    const now = context.clock();
    const due = await dueDigests(now, BATCH);
    if (due.length === 0) return;
    const found = await people.findByIds(due.map(({ personId }) => personId));
    const byId = new Map(found.map((person) => [person.id, person]));
    const ids = await wantDeliveries(
      due.flatMap((settings) => digestOf(settings, byId.get(settings.personId))),
      now,
    );
    await nudgeMails(ids, context.queues);
    await moveDigests(
      due.map(({ id, personId, settings, nextDigestAt }) => {
        const person = byId.get(personId);
        return {
          id,
          from: nextDigestAt,
          to: person === undefined ? null : nextDigest(settings, person.zone, now),
        };
      }),
    );
  }
};

function digestOf(
  { personId, networkId, nextDigestAt }: MailSettingsRecord,
  person: PersonRecord | undefined,
): WantedDelivery[] {
  if (person === undefined || nextDigestAt === null) return [];
  return [
    {
      key: `digest:${personId}:${networkId}:${nextDigestAt.toISOString()}`,
      kind: 'digest',
      personId,
      email: person.email,
      refs: { networkId },
    },
  ];
}
