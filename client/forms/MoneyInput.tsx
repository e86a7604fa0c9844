import { NumberInput } from '@mantine/core';
import type { Currency } from '@cobid/domain/money.ts';
import type { ReactNode } from 'react';

interface MoneyInputProps {
  id?: string;
  label: string;
  description?: ReactNode;
  /** Integer minor units (cents, pence), or null while empty. */
  value: number | null;
  onChange: (minor: number | null) => void;
  currency: Currency;
  error?: string | null;
  required?: boolean;
  disabled?: boolean;
  onBlur?: () => void;
}

function symbolOf(currency: Currency): string {
  const parts = new Intl.NumberFormat('en-GB', { style: 'currency', currency }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/** An amount of money, typed in whole units with up to two decimals, kept in minor units. */
export function MoneyInput({ value, onChange, currency, error, ...rest }: MoneyInputProps) {
  const symbol = symbolOf(currency);
  return (
    <NumberInput
      {...rest}
      value={value === null ? '' : value / 100}
      onChange={(next) => {
        const amount = typeof next === 'number' ? next : Number.parseFloat(next);
        onChange(Number.isFinite(amount) ? Math.round(amount * 100) : null);
      }}
      prefix={`${symbol}${symbol.length > 1 ? ' ' : ''}`}
      thousandSeparator=","
      decimalScale={2}
      allowNegative={false}
      min={0}
      max={1_000_000_000}
      hideControls
      inputMode="decimal"
      error={error ?? null}
    />
  );
}
