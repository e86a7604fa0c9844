import { ActionIcon, Button, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import type { Criterion } from '@cobid/domain/tender/schema.ts';
import { liabilities } from '@cobid/domain/tender/schema.ts';
import { IconTrash } from '@tabler/icons-react';
import { NumberField } from '../../../forms/NumberField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { liabilityText } from '../tenderText.ts';
import { fieldId } from './fieldId.ts';
import classes from './NeedsSection.module.css';
import { newPartId } from './newPartId.ts';
import type { TenderDraft } from './useTenderDraft.ts';

const common = [
  { id: 'p1', name: 'Understanding of the problem', weight: 30, description: '' },
  { id: 'p2', name: 'Approach', weight: 30, description: '' },
  { id: 'p3', name: 'Team and evidence', weight: 20, description: '' },
  { id: 'p4', name: 'Price', weight: 20, description: '' },
] as const;

/** Criteria with weights that sum to 100, and the rules of bidding. */
export function ChoosingSection({ draft: { content, change, errorAt } }: { draft: TenderDraft }) {
  const { criteria } = content;
  const replace = (id: string, fields: Partial<Criterion>) =>
    change({
      criteria: criteria.map((criterion) => (criterion.id === id ? { ...criterion, ...fields } : criterion)),
    });
  const sum = criteria.reduce((total, criterion) => total + criterion.weight, 0);
  const criteriaError = errorAt('/criteria');
  return (
    <Section
      title="How you will choose"
      lead="Bidders write for what you weigh. The weights sum to 100."
      isCard
    >
      <Stack>
        {criteria.map((criterion, index) => (
          <div key={criterion.id} className={classes.criterion}>
            <TextInput
              id={fieldId(`/criteria/${index}/name`)}
              label={`Criterion ${index + 1}`}
              maxLength={80}
              value={criterion.name}
              onChange={(event) => replace(criterion.id, { name: event.currentTarget.value })}
              error={errorAt(`/criteria/${index}/name`)}
            />
            <NumberField
              label="Weight"
              value={criterion.weight}
              onChange={(weight) => replace(criterion.id, { weight })}
              min={0}
              max={100}
              suffix=" %"
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              mt={26}
              aria-label={`Remove criterion ${index + 1}${criterion.name === '' ? '' : `: ${criterion.name}`}`}
              onClick={() => change({ criteria: criteria.filter(({ id }) => id !== criterion.id) })}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        {criteria.length > 0 && (
          <Text
            className={classes.sum ?? ''}
            c={sum === 100 ? 'dimmed' : 'var(--mantine-color-error)'}
            role="status"
          >
            {sum === 100
              ? 'The weights sum to 100.'
              : `The weights sum to ${sum}; ${Math.abs(100 - sum)} ${sum < 100 ? 'to go' : 'too many'}.`}
          </Text>
        )}
        {criteriaError !== null && criteria.length === 0 && <p className={classes.error}>{criteriaError}</p>}
        <Group>
          <Button
            id={fieldId('/criteria')}
            variant="default"
            disabled={criteria.length >= 10}
            onClick={() =>
              change({
                criteria: [
                  ...criteria,
                  { id: newPartId(criteria), name: '', weight: Math.max(0, 100 - sum), description: '' },
                ],
              })
            }
          >
            Add a criterion
          </Button>
          {criteria.length === 0 && (
            <Button
              variant="subtle"
              onClick={() => change({ criteria: common.map((criterion) => ({ ...criterion })) })}
            >
              Start with a common set
            </Button>
          )}
        </Group>
        <Radio.Group
          label="Who answers to you for a joint bid?"
          mt="md"
          value={content.liability}
          onChange={(next) =>
            change({ liability: liabilities.find((known) => known === next) ?? 'lead_prime' })
          }
        >
          <Stack gap="xs" mt="xs">
            {liabilities.map((liability) => (
              <Radio key={liability} value={liability} label={liabilityText[liability]} />
            ))}
          </Stack>
        </Radio.Group>
        <Select
          label="In how many bids may one co-op take part?"
          data={['1', '2', '3', '4', '5']}
          value={String(content.maxBidsPerMember)}
          allowDeselect={false}
          onChange={(next) => change({ maxBidsPerMember: Number(next) })}
          maw={340}
        />
      </Stack>
    </Section>
  );
}
