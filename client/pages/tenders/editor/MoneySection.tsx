import { Group, Radio, Select, Stack } from '@mantine/core';
import { currencies } from '@cobid/domain/money.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { MoneyInput } from '../../../forms/MoneyInput.tsx';
import { Section } from '../../../ui/Section.tsx';
import { fieldId } from './fieldId.ts';
import type { TenderDraft } from './useTenderDraft.ts';

type Band = { minMinor: number | null; maxMinor: number | null };

/** A band with one end still empty means that end to be the same; none at all means that nothing was said yet. */
function budgetOf({ minMinor, maxMinor }: Band): TenderContent['budget'] {
  const low = minMinor ?? maxMinor;
  const high = maxMinor ?? minMinor;
  return low === null || high === null ? null : { kind: 'band', minMinor: low, maxMinor: high };
}

/** The budget: a band, or said not to be disclosed. */
export function MoneySection({ draft: { content, change, errorAt } }: { draft: TenderDraft }) {
  const { budget, currency } = content;
  const band: Band = budget?.kind === 'band' ? budget : { minMinor: null, maxMinor: null };
  const kind = budget?.kind ?? 'band';
  return (
    <Section title="Budget" lead="A band brings bids that fit it. Bidders all see the same." isCard>
      <Stack>
        <Radio.Group
          aria-label="Budget"
          value={kind}
          onChange={(next) => change({ budget: next === 'not_disclosed' ? { kind: 'not_disclosed' } : null })}
        >
          <Group>
            <Radio value="band" label="A band" id={fieldId('/budget')} />
            <Radio value="not_disclosed" label="Not disclosed" />
          </Group>
        </Radio.Group>
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <Select
            label="Currency"
            data={[...currencies]}
            value={currency}
            allowDeselect={false}
            searchable
            onChange={(next) => change({ currency: currencies.find((known) => known === next) ?? currency })}
            maw={140}
          />
          {kind === 'band' && (
            <>
              <MoneyInput
                id={fieldId('/budget/minMinor')}
                label="From"
                value={band.minMinor}
                currency={currency}
                onChange={(minMinor) => change({ budget: budgetOf({ ...band, minMinor }) })}
                error={errorAt('/budget')}
              />
              <MoneyInput
                id={fieldId('/budget/maxMinor')}
                label="To"
                value={band.maxMinor}
                currency={currency}
                onChange={(maxMinor) => change({ budget: budgetOf({ ...band, maxMinor }) })}
                error={errorAt('/budget/maxMinor')}
              />
            </>
          )}
        </Group>
      </Stack>
    </Section>
  );
}
