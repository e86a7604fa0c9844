import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { unknownSkills } from '@cobid/platform/mongo/models/skillProposal.ts';
import { invalid } from '../http/problem.ts';

/** Refuses requirements whose skill nobody could hold; `under` is where the content lies in what was sent. */
export async function refuseUnknownSkills(
  content: Pick<TenderContent, 'requirements'>,
  under: string,
): Promise<void> {
  const unknown = await unknownSkills(content.requirements.map(({ skill }) => skill));
  if (unknown.size === 0) return;
  throw invalid(
    content.requirements.flatMap(({ skill }, index) =>
      unknown.has(skill)
        ? [
            {
              pointer: `/requirements/${index}/skill`,
              message: 'is not a known skill. Choose one from the list, or offer it as a new one first.',
            },
          ]
        : [],
    ),
    under,
  );
}
