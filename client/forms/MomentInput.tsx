import { TextInput } from '@mantine/core';
import { formatMoment } from '@cobid/domain/formatTime.ts';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { toInstant, toLocal } from '@cobid/domain/zonedTime.ts';

interface MomentInputProps {
  id?: string;
  label: string;
  description?: ReactNode;
  /** ISO 8601 in UTC, or null. */
  value: string | null;
  onChange: (instant: string | null) => void;
  /** The zone whose clock is meant. */
  zone: string;
  error?: string | null;
  required?: boolean;
  onBlur?: () => void;
}

const readersZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Date and time by the clock of a zone; says the reader's own time where that differs. */
export function MomentInput({
  id,
  label,
  description,
  value,
  onChange,
  zone,
  error,
  required,
  onBlur,
}: MomentInputProps) {
  // Half-typed values stay in the field; they mean no moment yet.
  const [typed, setTyped] = useState<string | null>(null);
  const local = value === null ? '' : toLocal(value, zone);
  const differs = value !== null && toLocal(value, readersZone) !== local;
  return (
    <TextInput
      {...(id === undefined ? {} : { id })}
      type="datetime-local"
      label={`${label} (${zone.replaceAll('_', ' ')})`}
      description={
        differs ? (
          <>
            {description} {formatMoment(value, readersZone)} for you.
          </>
        ) : (
          description
        )
      }
      value={typed ?? local}
      required={required ?? false}
      error={error ?? null}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        onChange(next === '' ? null : toInstant(next, zone));
      }}
      onBlur={() => {
        setTyped(null);
        onBlur?.();
      }}
    />
  );
}
