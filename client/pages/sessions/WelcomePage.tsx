import { Button, Stack, TextInput } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { personInput } from '@cobid/domain/person/schema.ts';
import { redirect, useNavigate, useSearchParams } from 'react-router';
import { load } from '../../api/load.ts';
import { meQuery, useChangeMe } from '../../api/me.ts';
import { applyProblem } from '../../forms/applyProblem.ts';
import { sentence } from '../../forms/sentence.ts';
import { useZodForm } from '../../forms/useZodForm.ts';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';

export async function loader() {
  const me = await load(meQuery);
  return me.person === null ? redirect(paths.signIn()) : null;
}

const nameInput = personInput.pick({ name: true }).required();
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** On the first sign-in: what colleagues call you. The zone is taken from the browser and can be changed later. */
export function Component() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const change = useChangeMe();
  const form = useZodForm(nameInput, { name: '' });
  const next = search.get('next');
  return (
    <Page title="Welcome to Cobid" width="narrow" lead="One question, so that colleagues know who you are.">
      <form
        noValidate
        onSubmit={form.handleSubmit(({ name }) =>
          change.mutate(
            { name, zone },
            {
              onSuccess: () =>
                void navigate(next?.startsWith('/') === true && next !== '/' ? next : paths.home(), {
                  replace: true,
                }),
              onError: (error) => applyProblem(form, error),
            },
          ),
        )}
      >
        <Stack align="flex-start">
          <TextInput
            {...form.register('name')}
            label="Your name"
            description="As you sign: colleagues, and partners in a bid, see it."
            autoComplete="name"
            size="md"
            w="100%"
            required
            error={sentence(form.formState.errors.name?.message)}
          />
          <ProblemAlert error={change.error} issues={[]} />
          <Button type="submit" size="md" loading={change.isPending}>
            Go on
          </Button>
        </Stack>
      </form>
    </Page>
  );
}
