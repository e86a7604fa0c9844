import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';

/** Has the worker match the tender that closes first once more: its mails come as soon as there is a worker. */
export function matchFirstAnew(tenders: readonly TenderRecord[], wantedAt: Date): TenderRecord[] {
  const [first] = tenders
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => (a.deadline?.getTime() ?? 0) - (b.deadline?.getTime() ?? 0));
  return tenders.map((tender) =>
    tender === first
      ? { ...tender, matching: { wantedAt, doneAt: null, version: 2 }, needsMatching: true }
      : tender,
  );
}
