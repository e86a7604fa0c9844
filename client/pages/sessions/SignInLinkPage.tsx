import { Button, Stack } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { Link, useParams } from 'react-router';
import { useSignInByLink } from '../../api/me.ts';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { useArrival } from './useArrival.ts';

/** Behind the link in the mail. Opening it changes nothing (mail scanners open every link); the button signs in. */
export function Component() {
  const token = useParams().token ?? '';
  const signIn = useSignInByLink();
  const arrive = useArrival();
  return (
    <Page
      title="Sign in to Cobid"
      width="narrow"
      lead="One click, and you are in on this device for 30 days."
    >
      <Stack align="flex-start">
        <ProblemAlert error={signIn.error} issues={[]} />
        {signIn.isError ? (
          <Button component={Link} to={paths.signIn()} size="md">
            Get a new link
          </Button>
        ) : (
          <Button
            size="md"
            loading={signIn.isPending}
            onClick={() => signIn.mutate(token, { onSuccess: arrive })}
          >
            Sign in
          </Button>
        )}
      </Stack>
    </Page>
  );
}
