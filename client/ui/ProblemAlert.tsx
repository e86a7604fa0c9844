import { Alert, Button, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemOf } from '../api/problem.ts';
import type { Problem } from '@cobid/domain/problem.ts';

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
    <Alert
      role="alert"
      color="red"
      variant="outline"
      title={problem.sentence}
      icon={<IconAlertTriangle aria-hidden />}
      bg="var(--cobid-surface)"
      styles={{ title: { color: 'var(--mantine-color-error)', whiteSpace: 'normal' } }}
    >
      {shown.length > 0 && (
        <List size="sm">
          {shown.map((issue) => (
            <List.Item key={`${issue.pointer} ${issue.message}`}>{issue.message}</List.Item>
          ))}
        </List>
      )}
      {problem.requestId !== null && problem.status >= 500 && (
        <p style={{ margin: '0.5rem 0 0' }}>
          If you report this, please give the number <code>{problem.requestId}</code>.
        </p>
      )}
      {onRetry !== undefined && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
