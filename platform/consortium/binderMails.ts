import type { DeliveryKind, DeliveryRefs, WantedDelivery } from '../mongo/models/delivery.ts';
import { bindersOf } from '../mongo/models/membership.ts';

/** A mail to everybody who may bind an organisation. */
export interface BinderMail {
  kind: DeliveryKind;
  /** The organisation whose bidders and stewards get it. */
  to: string;
  /** Names the event; the person is added to it. */
  key: string;
  refs: DeliveryRefs;
  data?: Record<string, string>;
}

/** The deliveries of such mails, one for each person; people are looked up in one query. */
export async function toDeliveries(mails: readonly BinderMail[]): Promise<WantedDelivery[]> {
  const binders = await bindersOf([...new Set(mails.map((mail) => mail.to))]);
  return mails.flatMap(({ to, key, ...mail }) =>
    binders
      .filter((binder) => binder.organisationId === to)
      .map(({ person }) => ({
        ...mail,
        key: `${mail.kind}:${key}:${to}:${person.id}`,
        personId: person.id,
        email: person.email,
      })),
  );
}
