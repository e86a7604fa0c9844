import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { SUMMARY_WORDS } from '@cobid/domain/tender/problems.ts';
import { countWords } from '@cobid/domain/text.ts';
import { sectors } from '@cobid/domain/vocabulary/sectors.ts';
import { Section } from '../../../ui/Section.tsx';
import { fieldId } from './fieldId.ts';
import type { TenderDraft } from './useTenderDraft.ts';

const sectorOptions = sectors.map(({ slug, label }) => ({ value: slug, label }));

/** Title, summary, problem, outcome, users, sector: what it is about. */
export function AboutSection({ draft: { content, change, errorAt } }: { draft: TenderDraft }) {
  return (
    <Section title="What it is about" isCard>
      <Stack gap="lg">
        <TextInput
          id={fieldId('/title')}
          label="Title"
          description="Says what is to be done: “New booking system for three community theatres”"
          maxLength={120}
          value={content.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
          error={errorAt('/title')}
        />
        <Textarea
          id={fieldId('/summary')}
          label="Summary"
          description={`What co-ops read first. ${countWords(content.summary)} of ${SUMMARY_WORDS} words.`}
          autosize
          minRows={2}
          maxLength={600}
          value={content.summary}
          onChange={(event) => change({ summary: event.currentTarget.value })}
          error={errorAt('/summary')}
        />
        <Textarea
          id={fieldId('/problem')}
          label="The problem"
          description="What happens today, and why that is bad. Markdown works."
          autosize
          minRows={4}
          maxLength={8000}
          value={content.problem}
          onChange={(event) => change({ problem: event.currentTarget.value })}
          error={errorAt('/problem')}
        />
        <Textarea
          id={fieldId('/outcome')}
          label="The outcome"
          description="What should be true when the work is done. The how is for the co-ops to propose."
          autosize
          minRows={3}
          maxLength={8000}
          value={content.outcome}
          onChange={(event) => change({ outcome: event.currentTarget.value })}
          error={errorAt('/outcome')}
        />
        <Textarea
          id={fieldId('/users')}
          label="Who will use it"
          description="And what they need. Optional, but bids get better."
          autosize
          minRows={2}
          maxLength={8000}
          value={content.users}
          onChange={(event) => change({ users: event.currentTarget.value })}
          error={errorAt('/users')}
        />
        <Select
          label="Sector"
          description="The field that you work in. Optional."
          data={sectorOptions}
          value={content.sector}
          onChange={(sector) => change({ sector })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'No sector' }}
          maw={420}
        />
      </Stack>
    </Section>
  );
}
