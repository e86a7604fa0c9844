import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { languageNames, languages } from '@cobid/domain/language.ts';
import type { Language } from '@cobid/domain/language.ts';
import { paths } from '@cobid/domain/paths.ts';
import { personInput } from '@cobid/domain/person/schema.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { Link } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { mySessionsQuery, useChangeMe, useEndOtherSessions, useEndSession, useMe } from '../../api/me.ts';
import { problemOf } from '../../api/problem.ts';
import { applyProblem } from '../../forms/applyProblem.ts';
import { sentence } from '../../forms/sentence.ts';
import { useZodForm } from '../../forms/useZodForm.ts';
import { ZoneSelect } from '../../forms/ZoneSelect.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './AccountPage.module.css';

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  await load(mySessionsQuery);
  return null;
}

const accountInput = personInput.required();

function PersonForm(person: { name: string; zone: string; language: Language }) {
  const change = useChangeMe();
  const form = useZodForm(accountInput, person);
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((input) =>
        change.mutate(input, {
          onSuccess: () => toast('Saved.'),
          onError: (error) => applyProblem(form, error),
        }),
      )}
    >
      <Stack align="flex-start">
        <TextInput
          {...form.register('name')}
          label="Your name"
          autoComplete="name"
          required
          w="100%"
          error={sentence(form.formState.errors.name?.message)}
        />
        <Controller
          control={form.control}
          name="zone"
          render={({ field, fieldState }) => (
            <ZoneSelect
              description="Mails show dates in this zone, besides the tender's own."
              value={field.value}
              onChange={field.onChange}
              error={sentence(fieldState.error?.message)}
            />
          )}
        />
        <NativeSelect
          {...form.register('language')}
          label="Language of your mails"
          description="The pages are in English."
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          w="100%"
          error={sentence(form.formState.errors.language?.message)}
        />
        <ProblemAlert error={change.error} issues={[]} />
        <Button type="submit" loading={change.isPending}>
          Save
        </Button>
      </Stack>
    </form>
  );
}

function Sessions() {
  const { data } = useSuspenseQuery(mySessionsQuery);
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  const others = data.items.filter((session) => !session.isCurrent);
  const fail = (error: unknown) => toast(problemOf(error).sentence, 'problem');
  return (
    <>
      <ul className={classes.sessions}>
        {data.items.map((session) => (
          <li key={session.id} className={classes.session}>
            <div>
              <Text fw={600}>
                {session.device}{' '}
                {session.isCurrent && (
                  <Text span c="dimmed">
                    (this one)
                  </Text>
                )}
              </Text>
              <Text size="sm" c="dimmed" component="div">
                Last used <Moment at={session.lastSeenAt} />
              </Text>
            </div>
            {!session.isCurrent && (
              <Button
                variant="default"
                size="xs"
                aria-label={`Sign out ${session.device}`}
                loading={end.isPending && end.variables === session.id}
                onClick={() =>
                  end.mutate(session.id, {
                    onSuccess: () => toast(`${session.device} is signed out.`),
                    onError: fail,
                  })
                }
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <Button
          mt="md"
          variant="default"
          loading={endOthers.isPending}
          onClick={() =>
            endOthers.mutate(undefined, {
              onSuccess: () => toast('All other devices are signed out.'),
              onError: fail,
            })
          }
        >
          Sign out everywhere else
        </Button>
      )}
    </>
  );
}

/** One's own name, zone, language and signed-in devices. */
export function Component() {
  const { person } = useMe();
  if (person === null) return null;
  return (
    <Page title="Your account" width="narrow" lead={person.email}>
      <PersonForm name={person.name} zone={person.zone} language={person.language} />
      <Section title="Mail" lead="How often you hear of tenders, when mails may come, and what you got.">
        <Group gap="sm">
          <Button component={Link} to={paths.mailSettings()} variant="default">
            What you get by mail
          </Button>
          <Button component={Link} to={paths.ownMails()} variant="default">
            Your mails
          </Button>
          <Button component={Link} to={paths.heldReplies()} variant="default">
            Replies that wait
          </Button>
        </Group>
      </Section>
      <Section title="Signed-in devices" lead="If you do not know one of them, sign it out.">
        <Sessions />
      </Section>
    </Page>
  );
}
