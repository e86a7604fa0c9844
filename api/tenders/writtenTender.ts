import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { found, refusal } from '../http/problem.ts';
import type { Refusal } from '../http/problem.ts';

/** Refuses a write that was made on another version than the present one. */
export function ensureVersion(tender: TenderRecord, version: number): void {
  if (tender.version !== version) throw stale(tender);
}

/** The tender after a guarded write; where nothing matched, somebody was quicker and the caller hears what is now. */
export async function written(changed: TenderRecord | null, tenderId: string): Promise<TenderRecord> {
  if (changed !== null) return changed;
  throw stale(found(await tenders.findById(tenderId)));
}

function stale({ version, state }: TenderRecord): Refusal {
  return refusal('stale_version', { version, state });
}
