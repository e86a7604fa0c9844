import { Button, Radio, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { organisationInput } from '@cobid/domain/organisation/schema.ts';
import { useState } from 'react';
import type { Problem } from '@cobid/domain/problem.ts';
import { Controller } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { requirePerson } from '../../api/load.ts';
import { useCreateOrganisation } from '../../api/organisations.ts';
import { applyProblem } from '../../forms/applyProblem.ts';
import { CountrySelect } from '../../forms/CountrySelect.tsx';
import { sentence } from '../../forms/sentence.ts';
import { TermPicker } from '../../forms/TermPicker.tsx';
import { useZodForm } from '../../forms/useZodForm.ts';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { toast } from '../../ui/toast.ts';
import { baseOptions } from './organisationText.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  return null;
}

const kinds = [
  { value: 'coop', label: 'A co-op', description: 'It hears of tenders and bids, alone or with others.' },
  { value: 'client', label: 'A client', description: 'It posts tenders.' },
  { value: 'both', label: 'Both', description: 'A co-op that also gives work to others.' },
] as const;

function readKind(text: string | null) {
  return kinds.find((kind) => kind.value === text)?.value ?? 'coop';
}

/** Makes an organisation; its maker is its first steward. The profile or the first tender comes next. */
export function Component() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const create = useCreateOrganisation();
  const [leftover, setLeftover] = useState<Problem[]>([]);
  const next = search.get('next');
  const form = useZodForm(organisationInput, {
    kind: readKind(search.get('kind')),
    name: '',
    country: '',
    city: '',
    website: '',
    about: '',
    legalForm: '',
    bases: [],
    identifier: null,
  });
  const { errors } = form.formState;
  const kind = form.watch('kind');
  const isCoop = kind !== 'client';

  const submit = form.handleSubmit((input) =>
    create.mutate(input, {
      onSuccess: (organisation) => {
        toast(`You now act for ${organisation.name}.`);
        const usual = organisation.isCoop ? paths.profile() : paths.newTender();
        void navigate(next?.startsWith('/tenders/') === true ? next : usual);
      },
      onError: (error) => setLeftover(applyProblem(form, error)),
    }),
  );

  return (
    <Page
      title="New organisation"
      width="narrow"
      lead="Colleagues can join afterwards. If yours is here already, ask one of its stewards to invite you."
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="lg">
          <Controller
            control={form.control}
            name="kind"
            render={({ field }) => (
              <Radio.Group label="What is it?" value={field.value} onChange={field.onChange}>
                <Stack gap="xs" mt="xs">
                  {kinds.map((option) => (
                    <Radio key={option.value} {...option} />
                  ))}
                </Stack>
              </Radio.Group>
            )}
          />
          <TextInput
            {...form.register('name')}
            label="Name"
            autoComplete="organization"
            required
            error={sentence(errors.name?.message)}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Controller
              control={form.control}
              name="country"
              render={({ field, fieldState }) => (
                <CountrySelect
                  value={field.value === '' ? null : field.value}
                  onChange={(code) => field.onChange(code ?? '')}
                  required
                  error={fieldState.error === undefined ? null : 'Choose the country.'}
                />
              )}
            />
            <TextInput
              {...form.register('city')}
              label="City"
              autoComplete="address-level2"
              error={sentence(errors.city?.message)}
            />
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
            description="Two or three sentences that others read first."
            autosize
            minRows={3}
            error={sentence(errors.about?.message)}
          />
          {isCoop && (
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput
                {...form.register('legalForm')}
                label="Legal form"
                description="In your own words, such as Genossenschaft, SCOP, CLG"
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
                    value={field.value ?? []}
                    onChange={field.onChange}
                  />
                )}
              />
            </SimpleGrid>
          )}
          {create.isError && <ProblemAlert error={create.error} issues={leftover} />}
          <Button type="submit" size="md" loading={create.isPending} style={{ alignSelf: 'flex-start' }}>
            Create the organisation
          </Button>
        </Stack>
      </form>
    </Page>
  );
}
