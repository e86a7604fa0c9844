import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { resolveSkill, searchSkills } from '@cobid/domain/vocabulary/findSkill.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useMe } from '../api/me.ts';
import { problemOf } from '../api/problem.ts';
import { useProposeSkill } from '../api/skills.ts';
import { toast } from '../ui/toast.ts';

interface SkillPickerProps {
  id?: string;
  label: string;
  description?: ReactNode;
  placeholder?: string;
  /** Slug of the skill, or '' for none. */
  value?: string;
  onPick: (slug: string) => void;
  /** Where none is a choice, too: called when the field was emptied. */
  onClear?: () => void;
  /** For adding to a list: the field is empty again after each pick. */
  clearsAfterPick?: boolean;
  error?: string | null;
  required?: boolean;
}

const PROPOSE = '+propose';

/**
 * Finds a skill of the vocabulary by any of its names, in several languages and with typos. What it does not know can
 * be proposed as a new term and is used at once.
 */
export function SkillPicker({
  id,
  label,
  description,
  placeholder = 'Type a skill, such as React or facilitation',
  value = '',
  onPick,
  onClear,
  clearsAfterPick = false,
  error,
  required = false,
}: SkillPickerProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const propose = useProposeSkill();
  const isSignedIn = useMe().person !== null;

  const text = typed ?? (value === '' ? '' : skillLabel(value));
  const found = typed === null || typed.trim() === '' ? [] : searchSkills(typed, 8);
  const resolved = typed === null || typed.trim().length < 2 ? null : resolveSkill(typed);
  const proposal = resolved?.kind === 'unknown' ? resolved.proposal : null;

  const finish = (slug: string) => {
    onPick(slug);
    setTyped(clearsAfterPick ? '' : null);
    combobox.closeDropdown();
  };
  const pick = (option: string) => {
    if (option !== PROPOSE) return finish(option);
    if (proposal === null) return;
    propose.mutate(
      { label: proposal.label, note: '' },
      {
        onSuccess: (proposed) => {
          toast(`Thank you: “${proposed.label}” is offered to all as a new skill.`);
          finish(proposed.slug);
        },
        onError: (error) => toast(problemOf(error).sentence, 'problem'),
      },
    );
  };
  /** Leaving the field takes what was clearly meant and forgets the rest. */
  const leave = () => {
    combobox.closeDropdown();
    if (typed !== null && typed.trim() !== '' && resolved?.kind === 'known') finish(resolved.skill.slug);
    else setTyped(clearsAfterPick ? '' : null);
    if (typed?.trim() === '' && value !== '') onClear?.();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          {...(id === undefined ? {} : { id })}
          label={label}
          description={description}
          placeholder={placeholder}
          required={required}
          value={text}
          error={error ?? null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={leave}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0 && proposal === null}>
        <Combobox.Options aria-label="Skills found" mah={280} style={{ overflowY: 'auto' }}>
          {found.map((skill) => (
            <Combobox.Option key={skill.slug} value={skill.slug}>
              {skill.label}
            </Combobox.Option>
          ))}
          {proposal !== null && (
            <Combobox.Option value={PROPOSE} disabled={!isSignedIn}>
              {isSignedIn
                ? `Use “${proposal.label}” and offer it as a new skill`
                : `We do not know “${proposal.label}”. Sign in to offer it as a new skill.`}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
