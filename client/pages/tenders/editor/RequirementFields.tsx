import { ActionIcon, Button, Collapse, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { Requirement } from '@cobid/domain/tender/schema.ts';
import { certificates } from '@cobid/domain/vocabulary/certificates.ts';
import { humanLanguages } from '@cobid/domain/vocabulary/humanLanguages.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { NumberField } from '../../../forms/NumberField.tsx';
import { levelOptions } from '../levelText.ts';
import classes from './NeedsSection.module.css';

interface RequirementFieldsProps {
  requirement: Requirement;
  error: string | null;
  onChange: (fields: Partial<Requirement>) => void;
  onRemove: () => void;
}

const certificateOptions = certificates.map(({ slug, label }) => ({ value: slug, label }));
const languageOptions = humanLanguages.map(({ code, label }) => ({ value: code, label }));

/** One requirement: the common fields in a row, the rare ones behind a button. */
export function RequirementFields({ requirement, error, onChange, onRemove }: RequirementFieldsProps) {
  const label = skillLabel(requirement.skill);
  const hasMore =
    requirement.certificate !== null || requirement.language !== null || requirement.note !== '';
  const [isOpen, setIsOpen] = useState(hasMore);
  const moreId = useId();
  return (
    <li className={classes.requirement}>
      <div className={classes.head}>
        <h3>{label}</h3>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Remove ${label}`} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.row}>
        <Select
          label="Priority"
          data={[
            { value: 'must', label: 'Must' },
            { value: 'should', label: 'Should' },
          ]}
          value={requirement.priority}
          allowDeselect={false}
          onChange={(priority) => onChange({ priority: priority === 'should' ? 'should' : 'must' })}
        />
        <Select
          className={classes.level}
          label="Level, at least"
          data={levelOptions}
          value={String(requirement.level)}
          allowDeselect={false}
          onChange={(level) => onChange({ level: Number(level) })}
        />
        <NumberField
          label="Days of work"
          value={requirement.days}
          onChange={(days) => onChange({ days })}
          min={0.5}
          max={2000}
          step={0.5}
        />
      </div>
      {error !== null && <p className={classes.error}>{error}</p>}
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        aria-expanded={isOpen}
        aria-controls={moreId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? 'Fewer details' : 'Certificate, language, note'}
      </Button>
      <Collapse id={moreId} expanded={isOpen}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
          <Select
            label="Certificate"
            data={certificateOptions}
            value={requirement.certificate}
            onChange={(certificate) => onChange({ certificate })}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'No certificate' }}
          />
          <Select
            label="In this language"
            data={languageOptions}
            value={requirement.language}
            onChange={(language) => onChange({ language })}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'Any language' }}
          />
        </SimpleGrid>
        <TextInput
          label="Note"
          mt="sm"
          maxLength={300}
          value={requirement.note}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
      </Collapse>
    </li>
  );
}
