import type { Problem } from '@cobid/domain/problem.ts';
import { clarity } from '@cobid/domain/tender/clarity.ts';
import type { ClarityPoint } from '@cobid/domain/tender/clarity.ts';
import { tenderProblems } from '@cobid/domain/tender/problems.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { useState } from 'react';
import { messageAt } from '../../../forms/pointer.ts';
import { sentence } from '../../../forms/sentence.ts';
import { fieldIssues, validFields } from './validFields.ts';

/** A tender being written: its text, what is wrong with it, and where that may be shown already. */
export interface TenderDraft {
  content: TenderContent;
  change: (fields: Partial<TenderContent>) => void;
  /** What publishing still needs. */
  problems: Problem[];
  clarity: ClarityPoint[];
  /** The sentence under a field: what can't be saved at once, what is missing once the field was touched. */
  errorAt: (pointer: string) => string | null;
  /** From now on everything that is missing is shown at its field. */
  showAll: () => void;
}

/** Holds the draft; each change that may be saved is passed to `save`, what may not stays on screen with its reason. */
export function useTenderDraft(
  initial: TenderContent,
  save: (fields: Partial<TenderContent>) => void,
): TenderDraft {
  const [content, setContent] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [showsAll, setShowsAll] = useState(false);
  const issues = fieldIssues(content);
  const problems = tenderProblems(content, new Date());
  return {
    content,
    change(fields) {
      setContent((current) => ({ ...current, ...fields }));
      setTouched((current) => new Set([...current, ...Object.keys(fields)]));
      const savable = validFields(fields);
      if (Object.keys(savable).length > 0) save(savable);
    },
    problems: [...issues, ...problems],
    clarity: clarity(content),
    errorAt(pointer) {
      const invalid = messageAt(issues, pointer);
      if (invalid !== null) return sentence(invalid);
      const isShown = showsAll || touched.has(pointer.split('/')[1] ?? '');
      return isShown ? messageAt(problems, pointer) : null;
    },
    showAll: () => setShowsAll(true),
  };
}
