import { deliveries } from '../mongo/models/delivery.ts';

/**
 * Notes on the mails that somebody got about a thing that they have answered it, for the network's feedback page. The
 * answer itself is what counts: this may be repeated, and does nothing where there was no mail.
 */
export async function markAnswered(
  about: { personId: string; tenderId?: string; invitationId?: string },
  now: Date,
): Promise<void> {
  const { personId, tenderId, invitationId } = about;
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
