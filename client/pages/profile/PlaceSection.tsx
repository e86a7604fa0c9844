import { ActionIcon, Button, Stack, Switch, TextInput } from '@mantine/core';
import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import { sectors } from '@cobid/domain/vocabulary/sectors.ts';
import { values } from '@cobid/domain/vocabulary/values.ts';
import { IconTrash } from '@tabler/icons-react';
import { CountrySelect } from '../../forms/CountrySelect.tsx';
import { LanguagePicker, TermPicker } from '../../forms/TermPicker.tsx';
import { Section } from '../../ui/Section.tsx';
import classes from './PlaceSection.module.css';
import type { ProfileSectionProps } from './draft.ts';

type Place = CoopProfile['places'][number];

/** Languages, places, sectors and values. */
export function PlaceSection({ draft: { content, change, issueAt } }: ProfileSectionProps) {
  const { places } = content;
  const replace = (at: number, fields: Partial<Place>) =>
    change({ places: places.map((place, index) => (index === at ? { ...place, ...fields } : place)) });
  return (
    <Section id="places" title="Languages, places, sectors" isCard>
      <Stack gap="lg">
        <LanguagePicker
          label="Working languages"
          description="In which you can run a project."
          value={content.languages}
          onChange={(languages) => change({ languages })}
          error={issueAt('/languages')}
        />
        <Switch
          label="We work remotely"
          checked={content.remote}
          onChange={(event) => change({ remote: event.currentTarget.checked })}
        />
        <fieldset className={classes.places}>
          <legend>Where you can work on site</legend>
          {places.map((place, index) => (
            <div key={index} className={classes.place}>
              <CountrySelect
                value={place.country}
                onChange={(country) => replace(index, { country: country ?? place.country })}
                error={issueAt(`/places/${index}/country`)}
              />
              <TextInput
                label="City"
                maxLength={80}
                value={place.city}
                onChange={(event) => replace(index, { city: event.currentTarget.value })}
                error={issueAt(`/places/${index}/city`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                mt={26}
                aria-label={`Remove place ${index + 1}`}
                onClick={() => change({ places: places.filter((_, at) => at !== index) })}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </div>
          ))}
          <Button
            variant="default"
            size="sm"
            disabled={places.length >= 30}
            onClick={() =>
              change({ places: [...places, { country: places.at(-1)?.country ?? 'ES', city: '' }] })
            }
          >
            Add a place
          </Button>
        </fieldset>
        <TermPicker
          label="Sectors you know"
          terms={sectors}
          value={content.sectors}
          onChange={(next) => change({ sectors: next })}
          error={issueAt('/sectors')}
        />
        <TermPicker
          label="What you stand for"
          description="Values that a tender shares add to the fit."
          terms={values}
          value={content.values}
          onChange={(next) => change({ values: next })}
          error={issueAt('/values')}
        />
      </Stack>
    </Section>
  );
}
