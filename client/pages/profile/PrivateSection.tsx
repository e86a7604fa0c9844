import { Select, SimpleGrid, Stack } from '@mantine/core';
import { currencies } from '@cobid/domain/money.ts';
import type { Currency } from '@cobid/domain/money.ts';
import { redLines } from '@cobid/domain/vocabulary/redLines.ts';
import { useState } from 'react';
import { MoneyInput } from '../../forms/MoneyInput.tsx';
import { TermPicker } from '../../forms/TermPicker.tsx';
import { Section } from '../../ui/Section.tsx';
import type { ProfileSectionProps } from './draft.ts';

interface Bounds {
  minMinor: number | null;
  maxMinor: number | null;
}

/** What only the co-op's own people see: rate floor, value bounds, red lines. */
export function PrivateSection({ draft: { content, change, issueAt } }: ProfileSectionProps) {
  const { dayRateFloor, valueBounds } = content;
  const [currency, setCurrency] = useState<Currency>(
    dayRateFloor?.currency ?? valueBounds?.currency ?? 'EUR',
  );
  const bounds: Bounds = valueBounds ?? { minMinor: null, maxMinor: null };
  const setBounds = (fields: Partial<Bounds>) => {
    const next = { ...bounds, ...fields };
    change({
      valueBounds: next.minMinor === null && next.maxMinor === null ? null : { ...next, currency },
    });
  };
  const setAllCurrencies = (next: Currency) => {
    setCurrency(next);
    change({
      ...(dayRateFloor === null ? {} : { dayRateFloor: { ...dayRateFloor, currency: next } }),
      ...(valueBounds === null ? {} : { valueBounds: { ...valueBounds, currency: next } }),
    });
  };
  return (
    <Section
      id="private"
      title="Private to your co-op"
      lead="Nobody else sees these. They steer what you hear of, and warn you."
      isCard
    >
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label="Currency"
            data={[...currencies]}
            value={currency}
            allowDeselect={false}
            onChange={(next) => setAllCurrencies(currencies.find((known) => known === next) ?? currency)}
          />
          <MoneyInput
            label="Day-rate floor"
            description="We warn you when a bid goes below it."
            currency={currency}
            value={dayRateFloor?.minor ?? null}
            onChange={(minor) => change({ dayRateFloor: minor === null ? null : { minor, currency } })}
            error={issueAt('/dayRateFloor/minor')}
          />
          <MoneyInput
            label="Smallest tender"
            description="You do not hear of smaller ones."
            currency={currency}
            value={bounds.minMinor}
            onChange={(minMinor) => setBounds({ minMinor })}
            error={issueAt('/valueBounds/minMinor')}
          />
          <MoneyInput
            label="Largest tender"
            description="You do not hear of larger ones."
            currency={currency}
            value={bounds.maxMinor}
            onChange={(maxMinor) => setBounds({ maxMinor })}
            error={issueAt('/valueBounds/maxMinor')}
          />
        </SimpleGrid>
        <TermPicker
          label="Red lines"
          description="Work that you refuse. Such tenders never reach you."
          terms={redLines}
          value={content.redLines}
          onChange={(next) => change({ redLines: next })}
          error={issueAt('/redLines')}
        />
      </Stack>
    </Section>
  );
}
