import { whyNever } from './whenToTell.ts';
import type { ItemReader, TellableItem } from './whenToTell.ts';

const DAY_MS = 24 * 3_600_000;
/** Tenders whose deadline is this near stand first. */
export const CLOSING_SOON_DAYS = 7;

/**
 * What could be told in a digest, in the eyes of one of the reader's co-ops: a tender, or that others look for partners
 * for it.
 */
export interface DigestCandidate extends TellableItem {
  about: 'tender' | 'partners';
  tenderId: string;
  /** What mails are ordered by, highest first: the fit, and how little the co-op was shown. */
  order: number;
  toldFacts: string | null;
  /** That nothing more has to be said of it: the tender was answered; or it was declined, and with it joining others. */
  hasAnswered: boolean;
}

export const digestSections = ['closing', 'new', 'changed', 'partners'] as const;
export type DigestSection = (typeof digestSections)[number];

export interface DigestItem<Candidate> {
  candidate: Candidate;
  section: DigestSection;
}

/**
 * What stands in a digest: nothing that was told before unless its facts have changed, each tender once (for the
 * co-op that stands higher) and once the partners that are looked for, what closes within a week first, and no more than
 * the reader wants. `more` is how many were left for the next time.
 */
export function digestItems<Candidate extends DigestCandidate>(
  candidates: readonly Candidate[],
  reader: Pick<ItemReader, 'settings' | 'zone'>,
  now: Date,
): { items: DigestItem<Candidate>[]; more: number } {
  const seen = new Set<string>();
  const tellable = candidates.toSorted(highestFirst).filter((candidate) => {
    const { about: what, tenderId, toldFacts, hasAnswered } = candidate;
    const hearsForAnother = seen.has(`${what} ${tenderId}`);
    const about = { ...reader, toldFacts, hasAnswered, hearsForAnother, instantThisWeek: 0 };
    const isTellable = whyNever(candidate, about, now) === null;
    if (isTellable) seen.add(`${what} ${tenderId}`);
    return isTellable;
  });
  const closing = tellable.filter((candidate) => closesSoon(candidate, now));
  const others = tellable.filter((candidate) => !closesSoon(candidate, now));
  const ordered = [...closing, ...others].map((candidate) => ({
    candidate,
    section: sectionOf(candidate, now),
  }));
  const shown = ordered.slice(0, reader.settings.mostItems);
  return { items: shown, more: ordered.length - shown.length };
}

function sectionOf(candidate: DigestCandidate, now: Date): DigestSection {
  if (candidate.about === 'partners') return 'partners';
  if (closesSoon(candidate, now)) return 'closing';
  return candidate.toldFacts === null ? 'new' : 'changed';
}

function closesSoon({ deadline }: DigestCandidate, now: Date): boolean {
  return deadline.getTime() - now.getTime() <= CLOSING_SOON_DAYS * DAY_MS;
}

function highestFirst(a: DigestCandidate, b: DigestCandidate): number {
  return (
    b.order - a.order ||
    a.deadline.getTime() - b.deadline.getTime() ||
    (a.tenderId === b.tenderId ? byAbout(a, b) : a.tenderId < b.tenderId ? -1 : 1)
  );
}

/** The tender before those who look for partners for it. */
function byAbout(a: DigestCandidate, b: DigestCandidate): number {
  return Number(a.about === 'partners') - Number(b.about === 'partners');
}
