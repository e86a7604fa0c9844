import { Button, Collapse, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { PastProject } from '@cobid/domain/coop/schema.ts';
import { sectors } from '@cobid/domain/vocabulary/sectors.ts';
import { skills } from '@cobid/domain/vocabulary/skills.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { NumberField } from '../../forms/NumberField.tsx';
import { TermPicker } from '../../forms/TermPicker.tsx';
import classes from './ProjectFields.module.css';

interface ProjectFieldsProps {
  project: PastProject;
  isOpen: boolean;
  onToggle: () => void;
  /** The sentence for a field of this project, by pointer within it. */
  issueAt: (pointer: string) => string | null;
  onChange: (fields: Partial<PastProject>) => void;
  onRemove: () => void;
}

const sectorOptions = sectors.map(({ slug, label }) => ({ value: slug, label }));

/** The vocabulary, and those of the project's skills that were proposed by the network. */
function skillTerms(own: readonly string[]) {
  const known = new Set(skills.map(({ slug }) => slug));
  return [
    ...skills,
    ...own.filter((slug) => !known.has(slug)).map((slug) => ({ slug, label: skillLabel(slug) })),
  ];
}

/** One past project: a line, that opens into its form. */
export function ProjectFields({
  project,
  isOpen,
  onToggle,
  issueAt,
  onChange,
  onRemove,
}: ProjectFieldsProps) {
  const formId = useId();
  const title = project.title === '' ? 'Untitled project' : project.title;
  return (
    <article className={classes.project}>
      <h3 className={classes.heading}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={formId}
          onClick={onToggle}
        >
          <span>
            {title}
            <span className={classes.detail}>
              {[project.client, project.year].filter(Boolean).join(' · ')}
            </span>
          </span>
          <IconChevronDown size={18} aria-hidden className={classes.chevron} />
        </button>
      </h3>
      <Collapse id={formId} expanded={isOpen}>
        <Stack pb="md">
          <TextInput
            label="Title"
            required
            maxLength={120}
            value={project.title}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
            error={issueAt('/title')}
          />
          <Textarea
            label="What it was"
            description="Markdown works."
            autosize
            minRows={3}
            maxLength={3000}
            value={project.text}
            onChange={(event) => onChange({ text: event.currentTarget.value })}
            error={issueAt('/text')}
          />
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextInput
              label="Client"
              maxLength={120}
              value={project.client}
              onChange={(event) => onChange({ client: event.currentTarget.value })}
              error={issueAt('/client')}
            />
            <NumberField
              label="Year"
              value={project.year}
              onChange={(year) => onChange({ year })}
              min={1990}
              max={2100}
            />
            <Select
              label="Sector"
              data={sectorOptions}
              value={project.sector}
              onChange={(sector) => onChange({ sector })}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': 'No sector' }}
            />
          </SimpleGrid>
          <TermPicker
            label="Skills used"
            terms={skillTerms(project.skills)}
            value={project.skills}
            onChange={(next) => onChange({ skills: next })}
            error={issueAt('/skills')}
          />
          <Group>
            <Button variant="default" size="xs" onClick={onRemove}>
              Remove this project
            </Button>
          </Group>
        </Stack>
      </Collapse>
    </article>
  );
}
