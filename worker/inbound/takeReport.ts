import { readMailAddress } from '@cobid/platform/mailAddress.ts';
import { recordBounce, recordComplaint } from '@cobid/platform/mailFeedback/recordBounce.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { InboundMailRecord } from '@cobid/platform/mongo/models/inboundMail.ts';
import type { Context } from '../context.ts';
import type { Taken } from '../jobs/takeInboundMail.ts';

/**
 * A bounce (RFC 3464) or a complaint (RFC 5965). Which address it stops is never read from the report, which anybody can
 * write: only from the address that it came to, or that a complaint repeats, which nobody can guess.
 */
export async function takeReport(mail: InboundMailRecord, { config }: Context): Promise<Taken> {
  const { report, receivedAt } = mail;
  if (report === null) {
    return mail.use === 'complaints' && mail.automatic === null
      ? { state: 'held', outcome: 'Somebody wrote to the address for complaints.' }
      : { state: 'done', outcome: 'There is no report in it.' };
  }
  const named = report.kind === 'complaint' ? report.addresses : [];
  const deliveryId =
    mail.deliveryId ??
    named
      .map((address) => readMailAddress(config.COBID_SECRET, address))
      .find((found) => found?.use === 'bounce')?.deliveryId;
  const delivery = deliveryId === undefined ? null : await deliveries.findById(deliveryId);
  if (delivery === null) return { state: 'done', outcome: 'It names no mail of ours.' };
  const { id, email } = delivery;
  if (report.kind === 'complaint') {
    await recordComplaint({ email, deliveryId: id, at: receivedAt });
    return { state: 'done', outcome: 'A complaint: the address gets no more mail.' };
  }
  const { outcome, status, words } = report;
  if (outcome === 'delayed' || outcome === 'delivered')
    return { state: 'done', outcome: `It is ${outcome}.` };
  await recordBounce({
    key: `mail:${mail.key}`,
    email,
    kind: outcome,
    deliveryId: id,
    at: receivedAt,
    words: `${status} ${words}`.trim(),
  });
  return {
    state: 'done',
    outcome: outcome === 'hard' ? 'A hard bounce: the address gets no more mail.' : 'A soft bounce.',
  };
}
