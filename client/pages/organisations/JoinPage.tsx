import { Button, Stack, Text } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '../../api/load.ts';
import { colleagueInvitationQuery, useJoin } from '../../api/organisations.ts';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { roleText } from './organisationText.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  await load(colleagueInvitationQuery(params.token ?? ''));
  return null;
}

/** Behind the link of a colleague's invitation. Opening it changes nothing; the button joins and signs in. */
export function Component() {
  const token = useParams().token ?? '';
  const navigate = useNavigate();
  const { data: invitation } = useSuspenseQuery(colleagueInvitationQuery(token));
  const join = useJoin(token);
  if (invitation.isUsed) {
    return (
      <Page title="This invitation has been used" width="narrow" lead="It works once. Sign in to go on.">
        <Button component={Link} to={paths.signIn()}>
          Sign in
        </Button>
      </Page>
    );
  }
  const role = roleText[invitation.role];
  return (
    <Page
      title={`Join ${invitation.organisation.name}`}
      width="narrow"
      lead={`You are invited as ${role.label.toLowerCase()}, with the address ${invitation.email}.`}
    >
      <Stack align="flex-start">
        <Text>
          A {role.label.toLowerCase()} {role.may}. Joining also signs you in on this device.
        </Text>
        <ProblemAlert error={join.error} />
        <Button
          size="md"
          loading={join.isPending}
          onClick={() =>
            join.mutate(undefined, {
              onSuccess: ({ me }) =>
                void navigate(me.person?.name === '' ? `/welcome?next=${paths.home()}` : paths.home()),
            })
          }
        >
          Join {invitation.organisation.name}
        </Button>
      </Stack>
    </Page>
  );
}
