import { Button, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { bases, organisationChange } from '@cobid/domain/organisation/schema.ts';
import type { OrganisationView } from '@cobid/domain/organisation/schema.ts';
import { useState } from 'react';
import type { Problem } from '@cobid/domain/problem.ts';
import { Controller } from 'react-hook-form';
import { useChangeOrganisation } from '../../api/organisations.ts';
import { applyProblem } from '../../forms/applyProblem.ts';
import { CountrySelect } from '../../forms/CountrySelect.tsx';
import { sentence } from '../../forms/sentence.ts';
import { TermPicker } from '../../forms/TermPicker.tsx';
import { useZodForm } from '../../forms/useZodForm.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { toast } from '../../ui/toast.ts';
import { baseOptions } from './organisationText.ts';

/** The register entry is edited as two fields and sent whole, or not at all. */
const settingsInput = organisationChange.required().omit({ version: true, identifier: true });

/** What the organisation says of itself; stewards change it. */
export function OrganisationSettings({
  organisation,
  isSteward,
}: {
  organisation: OrganisationView;
  isSteward: boolean;
}) {
  const change = useChangeOrganisation(organisation.id);
  const [leftover, setLeftover] = useState<Problem[]>([]);
  const { name, country, city, website, about, legalForm } = organisation;
  const form = useZodForm(settingsInput, {
    name,
    country,
    city,
    website,
    about,
    legalForm,
    bases: bases.filter((base) => organisation.bases.includes(base)),
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((input) =>
    change.mutate(
      { ...input, version: organisation.version },
      { onSuccess: () => toast('Saved.'), onError: (error) => setLeftover(applyProblem(form, error)) },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <fieldset disabled={!isSteward} style={{ border: 0, margin: 0, padding: 0, maxWidth: '42rem' }}>
        <legend className="visuallyHidden">Settings of {organisation.name}</legend>
        <Stack gap="lg">
          {!isSteward && <Text c="dimmed">Only a steward of the organisation can change these.</Text>}
          <TextInput
            {...form.register('name')}
            label="Name"
            required
            error={sentence(errors.name?.message)}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Controller
              control={form.control}
              name="country"
              render={({ field }) => (
                <CountrySelect
                  value={field.value}
                  onChange={(code) => field.onChange(code ?? field.value)}
                  required
                />
              )}
            />
            <TextInput {...form.register('city')} label="City" error={sentence(errors.city?.message)} />
          </SimpleGrid>
          <TextInput
            {...form.register('website')}
            type="url"
            label="Website"
            placeholder="https://"
            error={sentence(errors.website?.message)}
          />
          <Textarea
            {...form.register('about')}
            label="About"
            description="Two or three sentences that others read first. Markdown works."
            autosize
            minRows={4}
            error={sentence(errors.about?.message)}
          />
          {organisation.isCoop && (
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput
                {...form.register('legalForm')}
                label="Legal form"
                description="In your own words"
                error={sentence(errors.legalForm?.message)}
              />
              <Controller
                control={form.control}
                name="bases"
                render={({ field }) => (
                  <TermPicker
                    label="Kind of co-op"
                    description="Never counts in matching"
                    terms={baseOptions}
                    value={field.value}
                    onChange={field.onChange}
                  />
                )}
              />
            </SimpleGrid>
          )}
          {change.isError && <ProblemAlert error={change.error} issues={leftover} />}
          {isSteward && (
            <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
              Save
            </Button>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}
