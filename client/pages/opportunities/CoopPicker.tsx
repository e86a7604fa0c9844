import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { coopListQuery } from '../../api/coops.ts';

interface CoopPickerProps {
  label: string;
  value: string | null;
  onChange: (coopId: string | null) => void;
  /** The reader's own co-op, which is not offered. */
  exceptId?: string | undefined;
  error?: string | null;
}

/** One co-op of the directory, found by typing. */
export function CoopPicker({ label, value, onChange, exceptId, error }: CoopPickerProps) {
  const [search, setSearch] = useState('');
  const [query] = useDebouncedValue(search, 200);
  const coops = useQuery(coopListQuery({ query }));
  const options = (coops.data?.items ?? []).filter(({ id }) => id !== exceptId);
  return (
    <Select
      label={label}
      description="Type a name, a place or a skill."
      searchable
      required
      data={options.map(({ id, name, city }) => ({
        value: id,
        label: city === '' ? name : `${name}, ${city}`,
      }))}
      // The server has searched already; what it found by skill must not be filtered out by name.
      filter={({ options: found }) => found}
      value={value}
      onChange={onChange}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={coops.isFetching ? 'Searching …' : 'No co-op by that name'}
      error={error ?? null}
    />
  );
}
