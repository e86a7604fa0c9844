import { Select } from '@mantine/core';
import type { ReactNode } from 'react';

interface ZoneSelectProps {
  label?: string;
  description?: ReactNode;
  value: string;
  onChange: (zone: string) => void;
  error?: string | null;
}

const known = Intl.supportedValuesOf('timeZone');

/** An IANA time zone; found by any part of its name. */
export function ZoneSelect({ label = 'Time zone', value, onChange, error, ...rest }: ZoneSelectProps) {
  const zones = known.includes(value) ? known : [value, ...known];
  return (
    <Select
      {...rest}
      label={label}
      data={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      value={value}
      onChange={(zone) => {
        if (zone !== null) onChange(zone);
      }}
      searchable
      allowDeselect={false}
      limit={60}
      error={error ?? null}
      nothingFoundMessage="No such zone"
    />
  );
}
