import { Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { workplaces } from '@cobid/domain/tender/schema.ts';
import { redLines } from '@cobid/domain/vocabulary/redLines.ts';
import { values } from '@cobid/domain/vocabulary/values.ts';
import { CountrySelect } from '../../../forms/CountrySelect.tsx';
import { LanguagePicker, TermPicker } from '../../../forms/TermPicker.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { TenderDraft } from './useTenderDraft.ts';

const workplaceLabels = { remote: 'Remote', hybrid: 'Partly on site', on_site: 'On site' } as const;

/** Where, in which languages, and in what spirit. */
export function PlaceSection({ draft: { content, change, errorAt } }: { draft: TenderDraft }) {
  return (
    <Section title="Place, languages, values" isCard>
      <Stack gap="lg">
        <Radio.Group
          label="Where is the work done?"
          value={content.workplace}
          onChange={(next) => change({ workplace: workplaces.find((known) => known === next) ?? 'remote' })}
        >
          <SimpleGrid cols={{ base: 1, xs: 3 }} mt="xs">
            {workplaces.map((workplace) => (
              <Radio key={workplace} value={workplace} label={workplaceLabels[workplace]} />
            ))}
          </SimpleGrid>
        </Radio.Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <CountrySelect
            label="Your country"
            value={content.country}
            onChange={(country) => change({ country })}
            clearable
            error={errorAt('/country')}
          />
          <TextInput
            label="City"
            maxLength={80}
            value={content.city}
            onChange={(event) => change({ city: event.currentTarget.value })}
            error={errorAt('/city')}
          />
        </SimpleGrid>
        <LanguagePicker
          label="Working languages"
          description="Only those that people really need."
          value={content.languages}
          onChange={(languages) => change({ languages })}
          error={errorAt('/languages')}
        />
        <TermPicker
          label="What matters to you"
          description="Shared values add to the fit."
          terms={values}
          value={content.values}
          onChange={(next) => change({ values: next })}
          error={errorAt('/values')}
        />
        <TermPicker
          label="Does the work touch any of these?"
          description="Some co-ops refuse such work. Said openly, nobody’s time is lost."
          terms={redLines}
          value={content.touches}
          onChange={(touches) => change({ touches })}
          error={errorAt('/touches')}
        />
      </Stack>
    </Section>
  );
}
