import type { Problem } from '@cobid/domain/problem.ts';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { messageAt } from './pointer.ts';
import { sentence } from './sentence.ts';
import { fieldIssues, validFields } from './validFields.ts';

/** A document being written, whole, with what is wrong with it. */
export interface Draft<Fields> {
  content: Fields;
  change: (fields: Partial<Fields>) => void;
  /** Changes by what is there at that moment, for parts that are drawn less often than the whole. */
  update: (change: (content: Fields) => Partial<Fields>) => void;
  /** What can't be saved as it stands. */
  issues: Problem[];
  /** Names of the fields that were changed since the editor was opened. */
  touched: ReadonlySet<string>;
  /** The sentence under a field that can't be saved as it stands. */
  issueAt: (pointer: string) => string | null;
}

/** Holds a draft; of each change the fields that may be saved go to `save`, the others stay on screen with their reason. */
export function useDraft<Fields extends object>(
  schema: z.ZodObject,
  initial: Fields,
  save: (fields: Partial<Fields>) => void,
): Draft<Fields> {
  const [content, setContent] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(initial);
  const issues = fieldIssues(schema, content);
  const change = (fields: Partial<Fields>) => {
    latest.current = { ...latest.current, ...fields };
    setContent(latest.current);
    setTouched((current) => new Set([...current, ...Object.keys(fields)]));
    const savable = validFields(schema, fields);
    if (Object.keys(savable).length > 0) save(savable);
  };
  return {
    content,
    change,
    update: (changed) => change(changed(latest.current)),
    issues,
    touched,
    issueAt: (pointer) => sentence(messageAt(issues, pointer) ?? undefined),
  };
}
