import { Select } from '@mantine/core';
import { countries } from '@cobid/domain/vocabulary/countries.ts';
import type { ReactNode } from 'react';

interface CountrySelectProps {
  label?: string;
  description?: ReactNode;
  /** Two-letter code, or null for none. */
  value: string | null;
  onChange: (code: string | null) => void;
  error?: string | null;
  required?: boolean;
  clearable?: boolean;
  placeholder?: string;
}

const options = countries.map(({ code, label }) => ({ value: code, label }));

/** A country, by name. */
export function CountrySelect({ label = 'Country', error, ...rest }: CountrySelectProps) {
  return (
    <Select
      {...rest}
      label={label}
      data={options}
      searchable
      error={error ?? null}
      nothingFoundMessage="No such country"
    />
  );
}
