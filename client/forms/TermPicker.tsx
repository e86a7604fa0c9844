import { MultiSelect } from '@mantine/core';
import type { Term } from '@cobid/domain/vocabulary/terms.ts';
import { humanLanguages } from '@cobid/domain/vocabulary/humanLanguages.ts';
import type { ReactNode } from 'react';

interface PickerProps {
  label: string;
  description?: ReactNode;
  placeholder?: string;
  value: readonly string[];
  onChange: (values: string[]) => void;
  error?: string | null;
}

function Picker({
  options,
  value,
  error,
  placeholder,
  ...rest
}: PickerProps & { options: { value: string; label: string }[] }) {
  return (
    <MultiSelect
      {...rest}
      data={options}
      value={[...value]}
      placeholder={value.length === 0 ? placeholder : ''}
      error={error ?? null}
      searchable
      clearable
      hidePickedOptions
      nothingFoundMessage="Nothing by that name"
      clearButtonProps={{ 'aria-label': `Remove all from ${rest.label}` }}
    />
  );
}

/** Several terms of a short fixed list: sectors, values, red lines, certificates. */
export function TermPicker({ terms, ...rest }: PickerProps & { terms: readonly Term[] }) {
  return <Picker {...rest} options={terms.map(({ slug, label }) => ({ value: slug, label }))} />;
}

/** Several working languages, by name. */
export function LanguagePicker(props: PickerProps) {
  return <Picker {...props} options={humanLanguages.map(({ code, label }) => ({ value: code, label }))} />;
}
