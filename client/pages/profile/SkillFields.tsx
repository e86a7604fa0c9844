import { ActionIcon, Select, TextInput } from '@mantine/core';
import type { HeldSkill } from '@cobid/domain/coop/schema.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { NumberField } from '../../forms/NumberField.tsx';
import { levelOptions } from '../tenders/levelText.ts';
import { lastUsedOptions } from './months.ts';
import classes from './SkillsSection.module.css';

interface SkillFieldsProps {
  held: HeldSkill;
  error: string | null;
  onChange: (fields: Partial<HeldSkill>) => void;
  onRemove: () => void;
}

/** One held skill. Drawn anew only when it has changed itself: a profile may hold 150 of them. */
export const SkillFields = memo(
  function SkillFields({ held, error, onChange, onRemove }: SkillFieldsProps) {
    const label = skillLabel(held.skill);
    return (
      <li className={classes.skill}>
        <div className={classes.head}>
          <h3>{label}</h3>
          {held.verifiedReferences > 0 && <span>{held.verifiedReferences} verified</span>}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove ${label}`}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
        <div className={classes.fields}>
          <Select
            label="Level"
            data={levelOptions}
            value={String(held.level)}
            allowDeselect={false}
            onChange={(level) => onChange({ level: Number(level) })}
          />
          <NumberField
            label="People"
            value={held.people}
            onChange={(people) => onChange({ people })}
            min={1}
            max={500}
          />
          <Select
            className={classes.whole}
            label="Last used"
            data={lastUsedOptions(held.lastUsed)}
            value={held.lastUsed}
            placeholder="not said"
            onChange={(lastUsed) => onChange({ lastUsed })}
          />
          <TextInput
            className={classes.whole}
            label="Evidence"
            placeholder="A project, a link, a name"
            maxLength={300}
            value={held.evidence}
            onChange={(event) => onChange({ evidence: event.currentTarget.value })}
            error={error}
          />
        </div>
      </li>
    );
  },
  (before, after) => before.held === after.held && before.error === after.error,
);
