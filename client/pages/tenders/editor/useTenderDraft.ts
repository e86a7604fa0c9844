import type { Problem } from '@cobid/domain/problem.ts';
import { clarity } from '@cobid/domain/tender/clarity.ts';
import type { ClarityPoint } from '@cobid/domain/tender/clarity.ts';
import { tenderProblems } from '@cobid/domain/tender/problems.ts';
import { tenderContent } from '@cobid/domain/tender/schema.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { useState } from 'react';
import { messageAt } from '../../../forms/pointer.ts';
import { sentence } from '../../../forms/sentence.ts';
import { useDraft } from '../../../forms/useDraft.ts';

/** What autosave may send of a tender. */
export const tenderFields = tenderContent.partial();

/** A tender being written: its text, what is wrong with it, and where that may be shown already. */
export interface TenderDraft {
  content: TenderContent;
  change: (fields: Partial<TenderContent>) => void;
  /** What publishing still needs. */
  problems: Problem[];
  /** How many things can't be saved as they stand. */
  unsaved: number;
  clarity: ClarityPoint[];
  /** The sentence under a field: what can't be saved at once, what is missing once the field was touched. */
  errorAt: (pointer: string) => string | null;
  /** From now on everything that is missing is shown at its field. */
  showAll: () => void;
}

/** Holds the draft of a tender; each change that may be saved is passed to `save`. */
export function useTenderDraft(
  initial: TenderContent,
  save: (fields: Partial<TenderContent>) => void,
): TenderDraft {
  const [showsAll, setShowsAll] = useState(false);
  const { content, change, issues, touched, issueAt } = useDraft(tenderFields, initial, save);
  const missing = tenderProblems(content, new Date());
  return {
    content,
    change,
    problems: [
      ...issues.map((issue) => ({ ...issue, message: sentence(issue.message) ?? issue.message })),
      ...missing,
    ],
    unsaved: issues.length,
    clarity: clarity(content),
    errorAt(pointer) {
      const isShown = showsAll || touched.has(pointer.split('/')[1] ?? '');
      return issueAt(pointer) ?? (isShown ? messageAt(missing, pointer) : null);
    },
    showAll: () => setShowsAll(true),
  };
}
