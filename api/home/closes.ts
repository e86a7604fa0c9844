import type { WaitingItem } from '@cobid/domain/home/schema.ts';
import { after, days } from '@cobid/platform/clock.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';

/** Deadlines within so many days stand on the home page. */
const SOON_DAYS = 14;

/** A line for a tender that closes soon; none for one that does not, or is not open. */
export function closes(
  tender: TenderRecord | undefined,
  now: Date,
  { href, detail }: { href: string; detail: string },
): WaitingItem[] {
  if (tender === undefined || tender.deadline === null) return [];
  if (tender.deadline <= now || tender.deadline > after(now, days(SOON_DAYS))) return [];
  return [
    {
      kind: 'tender_closes',
      title: tender.content.title,
      detail,
      href,
      due: tender.deadline.toISOString(),
      zone: tender.content.zone,
    },
  ];
}
