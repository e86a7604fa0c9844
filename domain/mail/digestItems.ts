import { whyNever } from './whenToTell.ts';
import type { ItemReader, TellableItem } from './whenToTell.ts';

const DAY_MS = 24 * 3_600_000;
/** Tenders whose deadline is this near stand first. */
export const CLOSING_SOON_DAYS = 7;

/** A tender that could be told in a digest, in the eyes of one of the reader's co-ops. */
export interface DigestCandidate extends TellableItem {
  tenderId: string;
  /** What mails are ordered by, highest first: the fit, and how little the co-op was shown. */
  order: number;
  toldFacts: string | null;
  hasAnswered: boolean;
}

export type DigestSection = 'closing' | 'new' | 'changed';

export interface DigestItem<Candidate> {
  candidate: Candidate;
  section: DigestSection;
}

/**
 * What stands in a digest: nothing that was told before unless its facts have changed, each tender once (for the
 * co-op that stands higher), those that close within a week first, and no more than the reader wants. `more` is how
 * many were left for the next time.
 */
export function digestItems<Candidate extends DigestCandidate>(
  candidates: readonly Candidate[],
  reader: Pick<ItemReader, 'settings' | 'zone'>,
  now: Date,
): { items: DigestItem<Candidate>[]; more: number } {
  const seen = new Set<string>();
  const tellable = candidates.toSorted(highestFirst).filter((candidate) => {
    const { tenderId, toldFacts, hasAnswered } = candidate;
    const hearsForAnother = seen.has(tenderId);
    const about = { ...reader, toldFacts, hasAnswered, hearsForAnother, instantThisWeek: 0 };
    const isTellable = whyNever(candidate, about, now) === null;
    if (isTellable) seen.add(tenderId);
    return isTellable;
  });
  const items = tellable.map((candidate) => ({ candidate, section: sectionOf(candidate, now) }));
  const ordered = [
    ...items.filter(({ section }) => section === 'closing'),
    ...items.filter(({ section }) => section !== 'closing'),
  ];
  const shown = ordered.slice(0, reader.settings.mostItems);
  return { items: shown, more: ordered.length - shown.length };
}

function sectionOf({ deadline, toldFacts }: DigestCandidate, now: Date): DigestSection {
  if (deadline.getTime() - now.getTime() <= CLOSING_SOON_DAYS * DAY_MS) return 'closing';
  return toldFacts === null ? 'new' : 'changed';
}

function highestFirst(a: DigestCandidate, b: DigestCandidate): number {
  return (
    b.order - a.order || a.deadline.getTime() - b.deadline.getTime() || (a.tenderId < b.tenderId ? -1 : 1)
  );
}
