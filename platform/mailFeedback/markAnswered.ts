import { deliveries } from '../mongo/models/delivery.ts';
import { lastTelling } from '../mongo/models/telling.ts';
import { tenderSubject } from '../telling/factsOfTender.ts';

/**
 * Notes on the mails that somebody got about a thing that they have answered it, for the network's feedback page. The
 * answer itself is what counts: this may be repeated, and does nothing where there was no mail.
 */
export async function markAnswered(
  about: { personId: string; tenderId?: string; invitationId?: string },
  now: Date,
): Promise<void> {
  const { personId, tenderId, invitationId } = about;
  if (tenderId !== undefined) await markTeller(personId, tenderId, now);
  await deliveries.changeMany(
    {
      personId,
      state: 'sent',
      'feedback.answeredAt': null,
      ...(tenderId === undefined ? {} : { 'refs.tenderId': tenderId, 'refs.invitationId': null }),
      ...(invitationId === undefined ? {} : { 'refs.invitationId': invitationId }),
    },
    { set: { 'feedback.answeredAt': now } },
  );
}

/** A digest names no tender: what it told is in the record of what it told. */
async function markTeller(personId: string, tenderId: string, now: Date): Promise<void> {
  const telling = await lastTelling(personId, tenderSubject(tenderId));
  if (telling === null) return;
  await deliveries.change(
    { id: telling.id, state: 'sent', 'feedback.answeredAt': null },
    { set: { 'feedback.answeredAt': now } },
  );
}
