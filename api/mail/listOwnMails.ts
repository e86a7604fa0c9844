import type { OwnMailView } from '@cobid/domain/mail/settings.ts';
import { mailRules } from '@cobid/domain/mail/rules.ts';
import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import type { Filter } from '@cobid/platform/mongo/filter.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { pageOptions } from '../http/list.ts';

/** Mails that tell of public tenders: that one was not sent gives nothing away. */
const aboutTenders: MailKind[] = ['opportunity', 'opportunityPassedOn', 'digest'];

/**
 * A person's mails, the newest first. Of others than those about public tenders only what went out: that a mail about
 * a bid was wanted for somebody who had left it by then is none of their business (domain rules, section 3).
 */
export async function listOwnMails(personId: string, page: number, now: Date) {
  const filter: Filter<DeliveryRecord> = {
    personId,
    either: [
      { state: oneOf(['sent', 'failed']) },
      { kind: oneOf(aboutTenders.filter((kind) => kind !== 'digest')) },
      // A digest in which nothing was new is nothing that anybody has missed.
      { kind: 'digest', state: oneOf(['wanted', 'claimed', 'suppressed']) },
    ],
  };
  const [found, total] = await Promise.all([
    deliveries.find(filter, { sort: { wantedAt: -1 }, ...pageOptions(page) }),
    deliveries.count(filter),
  ]);
  const about = await tenders.findByIds(found.flatMap(({ refs }) => refs.tenderId ?? []));
  const titles = new Map(about.map(({ id, content }) => [id, content.title]));
  return { items: found.map((delivery) => viewOf(delivery, titles, now)), total };
}

function viewOf(delivery: DeliveryRecord, titles: ReadonlyMap<string, string>, now: Date): OwnMailView {
  const { id, kind, refs, state, wantedAt, sentAt, leaseUntil } = delivery;
  const isWaiting = state === 'wanted' && leaseUntil > now;
  return {
    id,
    name: mailRules[kind].name,
    about: (refs.tenderId === undefined ? undefined : titles.get(refs.tenderId)) ?? null,
    state: state === 'sent' ? 'sent' : isWaiting ? 'waits' : isOver(delivery) ? 'not_sent' : 'on_its_way',
    at: (sentAt ?? (isWaiting ? leaseUntil : wantedAt)).toISOString(),
    why: whyOf(delivery),
  };
}

function isOver({ state }: DeliveryRecord): boolean {
  return state === 'failed' || state === 'suppressed' || state === 'moot';
}

function whyOf({ state, why, lastError }: DeliveryRecord): string | null {
  switch (state) {
    case 'sent':
      return why ?? null;
    case 'failed':
      return `Your mail server did not take it: ${lastError ?? 'it gave no reason'}.`;
    case 'suppressed':
      return lastError ?? 'You have asked for no such mails.';
    case 'moot':
      return `It was not needed any more${lastError === null ? '' : `: ${lastError}`}.`;
    default:
      return null;
  }
}
