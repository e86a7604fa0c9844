import type { TenderContent } from '@cobid/domain/tender/schema.ts';

const KEY = 'cobid.tenderDraft';

/** The tender that a visitor began in this browser; null where there is none, or where it can't be read. */
export function readLocalDraft(): Partial<TenderContent> | null {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === null ? null : JSON.parse(stored);
  } catch {
    return null;
  }
}

/** Keeps the draft in this browser; throws where it has no room or forbids it. */
export function writeLocalDraft(content: Partial<TenderContent>) {
  localStorage.setItem(KEY, JSON.stringify(content));
}

export function forgetLocalDraft() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that forbids storage has kept nothing either.
  }
}
