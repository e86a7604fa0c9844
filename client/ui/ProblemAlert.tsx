import { Button } from '@mantine/core';
import type { Problem } from '@cobid/domain/problem.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemOf } from '../api/problem.ts';
import classes from './ProblemAlert.module.css';

/** A message that was written to follow its field's name gets that name: "/client/website" → "Website is not …". */
function named({ pointer, message }: Problem): string {
  const field = pointer.split('/').findLast((part) => !/^\d*$/.test(part));
  if (field === undefined || !/^\p{Ll}/u.test(message)) return message;
  const words = field.replace(/([A-Z])/g, ' $1').toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)} ${message}`;
}

interface ProblemAlertProps {
  /** What was thrown; nothing is shown for null or undefined. */
  error: unknown;
  /** Issues that no field of the form shows; all of them where it is not given. */
  issues?: readonly Problem[];
  onRetry?: () => void;
}

/** Says within a page what went wrong, which inputs are meant, and what to do; announced at once. */
export function ProblemAlert({ error, issues, onRetry }: ProblemAlertProps) {
  if (error === null || error === undefined) return null;
  const problem = problemOf(error);
  const shown = issues ?? problem.issues;
  return (
    <div role="alert" className={classes.alert}>
      <IconAlertTriangle size={22} aria-hidden className={classes.icon} />
      <div>
        <p className={classes.sentence}>{problem.sentence}</p>
        {shown.length > 0 && (
          <ul className={classes.issues}>
            {shown.map((issue) => (
              <li key={`${issue.pointer} ${issue.message}`}>{named(issue)}</li>
            ))}
          </ul>
        )}
        {problem.requestId !== null && problem.status >= 500 && (
          <p className={classes.number}>
            If you report this, please give the number <code>{problem.requestId}</code>.
          </p>
        )}
        {onRetry !== undefined && (
          <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
    </div>
  );
}
