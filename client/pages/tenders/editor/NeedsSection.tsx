import { Text } from '@mantine/core';
import type { Requirement } from '@cobid/domain/tender/schema.ts';
import { SkillPicker } from '../../../forms/SkillPicker.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { fieldId } from './fieldId.ts';
import classes from './NeedsSection.module.css';
import { newPartId } from './newPartId.ts';
import { RequirementFields } from './RequirementFields.tsx';
import type { TenderDraft } from './useTenderDraft.ts';

/** The requirements: which skills, how well, for how many days. */
export function NeedsSection({ draft: { content, change, errorAt } }: { draft: TenderDraft }) {
  const { requirements } = content;
  const replace = (id: string, fields: Partial<Requirement>) =>
    change({
      requirements: requirements.map((requirement) =>
        requirement.id === id ? { ...requirement, ...fields } : requirement,
      ),
    });
  const days = requirements.reduce((total, requirement) => total + requirement.days, 0);
  return (
    <Section
      title="What it takes"
      lead="Skills and days decide which co-ops hear of it. Keep to six musts at most; make the rest “should”."
      isCard
    >
      {requirements.length === 0 ? (
        <EmptyState title="No requirement yet">
          Add a skill below. Any name works; we know many of them.
        </EmptyState>
      ) : (
        <ol className={classes.list}>
          {requirements.map((requirement, index) => (
            <RequirementFields
              key={requirement.id}
              requirement={requirement}
              error={errorAt(`/requirements/${index}`)}
              onChange={(fields) => replace(requirement.id, fields)}
              onRemove={() =>
                change({ requirements: requirements.filter(({ id }) => id !== requirement.id) })
              }
            />
          ))}
        </ol>
      )}
      <div className={classes.adder}>
        <SkillPicker
          id={fieldId('/requirements')}
          label="Add a skill"
          clearsAfterPick
          error={errorAt('/requirements')}
          onPick={(skill) =>
            change({
              requirements: [
                ...requirements,
                {
                  id: newPartId(requirements),
                  skill,
                  priority: 'must',
                  level: 3,
                  days: 5,
                  certificate: null,
                  language: null,
                  note: '',
                },
              ],
            })
          }
        />
        {days > 0 && (
          <Text c="dimmed" mt="sm" role="status">
            {days} days in all
          </Text>
        )}
      </div>
    </Section>
  );
}
