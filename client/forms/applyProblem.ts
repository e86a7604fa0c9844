import type { Problem } from '@cobid/domain/problem.ts';
import { get } from 'react-hook-form';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { problemOf } from '../api/problem.ts';
import { pointerToPath } from './pointer.ts';

function isField<Input extends FieldValues>(values: Input, path: string): path is Path<Input> {
  return path !== '' && get(values, path) !== undefined;
}

/**
 * Puts the issues of a refused request onto the form's fields by their JSON pointers, focuses the first, and returns
 * those that belong to no field, for a ProblemAlert over the button.
 */
export function applyProblem<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  error: unknown,
): Problem[] {
  const values = form.getValues();
  let isFirst = true;
  return problemOf(error).issues.filter((issue) => {
    const path = pointerToPath(issue.pointer);
    if (!isField(values, path)) return true;
    form.setError(path, { type: 'server', message: issue.message }, { shouldFocus: isFirst });
    isFirst = false;
    return false;
  });
}
