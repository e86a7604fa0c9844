import { Progress } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './EditorSide.module.css';
import { focusField } from './fieldId.ts';
import type { TenderDraft } from './useTenderDraft.ts';

/** Beside the form: what is still missing, with the way there; how clear the text is; and the way out. */
export function EditorSide({ draft, children }: { draft: TenderDraft; children: ReactNode }) {
  const clear = draft.clarity.filter((point) => point.isClear).length;
  return (
    <aside className={classes.side} aria-label="Progress">
      <section aria-labelledby="missing">
        <h2 id="missing" className={classes.title}>
          {draft.problems.length === 0 ? 'Ready to publish' : 'Still needed to publish'}
        </h2>
        {draft.problems.length > 0 && (
          <ul className={classes.list}>
            {draft.problems.map((problem) => (
              <li key={`${problem.pointer} ${problem.message}`}>
                <button type="button" className={classes.problem} onClick={() => focusField(problem.pointer)}>
                  {problem.message}
                </button>
              </li>
            ))}
          </ul>
        )}
        {children}
      </section>
      <section aria-labelledby="clarity">
        <h2 id="clarity" className={classes.title}>
          Clarity: {clear} of {draft.clarity.length}
        </h2>
        <Progress
          value={(clear / draft.clarity.length) * 100}
          color="pine"
          aria-label="Clarity of the text"
          mb="sm"
        />
        <p className={classes.note}>Advice only; it never stops you.</p>
        <ul className={classes.list}>
          {draft.clarity.map((point) => (
            <li key={point.key} className={classes.point} data-clear={point.isClear}>
              {point.isClear ? (
                <IconCheck size={18} role="img" aria-label="Done" />
              ) : (
                <IconCircleDashed size={18} role="img" aria-label="To do" />
              )}
              <span>{point.advice}</span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
