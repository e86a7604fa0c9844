import type { Problem } from '@cobid/domain/problem.ts';
import type { z } from 'zod';

/** A schema whose fields are all optional, as autosave sends them. */
type PartialSchema = z.ZodObject;

/** The fields that the API would take; one that it would refuse must not keep the others from being saved. */
export function validFields<Fields extends object>(
  schema: PartialSchema,
  fields: Partial<Fields>,
): Partial<Fields> {
  const issues = schema.safeParse(fields).error?.issues ?? [];
  const refused = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
  );
  const valid = { ...fields };
  for (const name of refused) Reflect.deleteProperty(valid, name);
  return valid;
}

/** What can't be saved as it stands, by pointer. */
export function fieldIssues(schema: PartialSchema, fields: object): Problem[] {
  const issues = schema.safeParse(fields).error?.issues ?? [];
  return issues.map((issue) => ({
    pointer: `/${issue.path.map(String).join('/')}`,
    message: issue.message,
  }));
}
