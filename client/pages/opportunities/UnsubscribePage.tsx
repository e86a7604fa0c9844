import { Button } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '../../api/load.ts';
import { unsubscribeQuery, useUnsubscribe } from '../../api/opportunities.ts';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';

export async function loader({ params }: LoaderFunctionArgs) {
  await load(unsubscribeQuery(params.token ?? ''));
  return null;
}

/** Behind the footer's unsubscribe link: opening it changes nothing, the button acts at once and can be undone. */
export function Component() {
  const token = useParams().token ?? '';
  const { data } = useSuspenseQuery(unsubscribeQuery(token));
  const unsubscribe = useUnsubscribe(token);
  return (
    <Page
      title={data.isUnsubscribed ? 'You get no more opportunity mails' : 'Stop opportunity mails?'}
      width="narrow"
      lead={`This is about ${data.email}. Mails about bids that you are part of still reach you.`}
    >
      <div role="status">
        <ProblemAlert error={unsubscribe.error} />
        <Button
          size="md"
          variant={data.isUnsubscribed ? 'default' : 'filled'}
          loading={unsubscribe.isPending}
          onClick={() => unsubscribe.mutate(data.isUnsubscribed)}
        >
          {data.isUnsubscribed ? 'Send them again' : 'Stop them'}
        </Button>
      </div>
      <p>
        To get fewer instead, or to take a break, open{' '}
        <Link to={paths.mailSettings()}>what you get by mail</Link>.
      </p>
    </Page>
  );
}
