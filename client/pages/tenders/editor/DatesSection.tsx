import { SimpleGrid, Stack, TextInput } from '@mantine/core';
import { MomentInput } from '../../../forms/MomentInput.tsx';
import { ZoneSelect } from '../../../forms/ZoneSelect.tsx';
import { Section } from '../../../ui/Section.tsx';
import { fieldId } from './fieldId.ts';
import type { TenderDraft } from './useTenderDraft.ts';

/** The dates of every step, by the clock of one zone. */
export function DatesSection({ draft: { content, change, errorAt } }: { draft: TenderDraft }) {
  const day = (name: 'decisionBy' | 'start' | 'end', label: string, description: string) => (
    <TextInput
      id={fieldId(`/${name}`)}
      type="date"
      label={label}
      description={description}
      value={content[name] ?? ''}
      onChange={(event) => change({ [name]: event.currentTarget.value || null })}
      error={errorAt(`/${name}`)}
    />
  );
  return (
    <Section title="Dates" lead="A joint bid takes two to four weeks to form. Give people time." isCard>
      <Stack>
        <ZoneSelect
          label="All times by the clock of"
          value={content.zone}
          onChange={(zone) => change({ zone })}
          error={errorAt('/zone')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <MomentInput
            id={fieldId('/questionsUntil')}
            label="Questions until"
            description="Until when co-ops may ask."
            zone={content.zone}
            value={content.questionsUntil}
            onChange={(questionsUntil) => change({ questionsUntil })}
            error={errorAt('/questionsUntil')}
          />
          <MomentInput
            id={fieldId('/deadline')}
            label="Deadline for bids"
            description="Bids stay sealed until then."
            zone={content.zone}
            value={content.deadline}
            onChange={(deadline) => change({ deadline })}
            error={errorAt('/deadline')}
          />
          {day('decisionBy', 'You decide by', 'So that people can plan.')}
          {day('start', 'The work starts', 'The earliest day.')}
          {day('end', 'The work ends', 'Optional.')}
        </SimpleGrid>
      </Stack>
    </Section>
  );
}
