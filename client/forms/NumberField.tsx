import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';

interface NumberFieldProps {
  label: string;
  description?: ReactNode;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  /** Smallest difference, such as 0.5 for half days. */
  step?: number;
  suffix?: string;
  hidesLabel?: boolean;
  error?: string | null;
}

/** A number in a range: what is typed is passed on as soon as it is in it, and set right on leaving the field. */
export function NumberField({
  label,
  value,
  onChange,
  min,
  max,
  step = 1,
  suffix,
  hidesLabel = false,
  error,
  description,
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | number | null>(null);
  // Divided and not multiplied: 3 · 0.1 is not 0.3.
  const fit = (raw: number) => Math.min(max, Math.max(min, Math.round(raw / step) / (1 / step)));
  return (
    <NumberInput
      {...(hidesLabel ? { 'aria-label': label } : { label, description })}
      value={typed ?? value}
      onChange={(next) => {
        setTyped(next);
        const number = typeof next === 'number' ? next : Number.parseFloat(next);
        if (Number.isFinite(number) && fit(number) === number) onChange(number);
      }}
      onBlur={() => {
        const number = typeof typed === 'string' ? Number.parseFloat(typed) : typed;
        if (number !== null && Number.isFinite(number)) onChange(fit(number));
        setTyped(null);
      }}
      step={step}
      decimalScale={step < 0.1 ? 2 : step < 1 ? 1 : 0}
      allowNegative={false}
      suffix={suffix ?? ''}
      hideControls
      inputMode="decimal"
      error={error ?? null}
    />
  );
}
