import type { Problem } from '@cobid/domain/problem.ts';
import { tenderContent } from '@cobid/domain/tender/schema.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';

const partialContent = tenderContent.partial();

/** The fields that the API would take; one that it would refuse must not keep the others from being saved. */
export function validFields(fields: Partial<TenderContent>): Partial<TenderContent> {
  const issues = partialContent.safeParse(fields).error?.issues ?? [];
  const refused = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
  );
  const valid: Partial<TenderContent> = { ...fields };
  for (const name of refused) Reflect.deleteProperty(valid, name);
  return valid;
}

/** What can't be saved as it stands, by pointer. */
export function fieldIssues(content: TenderContent): Problem[] {
  const issues = tenderContent.safeParse(content).error?.issues ?? [];
  return issues.map((issue) => ({
    pointer: `/${issue.path.map(String).join('/')}`,
    message: issue.message,
  }));
}
