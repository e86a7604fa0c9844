import { Button } from '@mantine/core';
import type { StopView } from '@cobid/domain/mail/stopping.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '../../api/load.ts';
import { unsubscribeQuery, useUnsubscribe } from '../../api/opportunities.ts';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import classes from './UnsubscribePage.module.css';

export async function loader({ params }: LoaderFunctionArgs) {
  await load(unsubscribeQuery(params.token ?? ''));
  return null;
}

/** Behind the footer's unsubscribe link: opening it changes nothing, a button acts at once and can be undone. */
export function Component() {
  const token = useParams().token ?? '';
  const { data } = useSuspenseQuery(unsubscribeQuery(token));
  const unsubscribe = useUnsubscribe(token);
  return (
    <Page
      title="Which mails shall stop?"
      width="narrow"
      lead={`This is about ${data.email} and mails from ${data.network}. Mails for which others wait, such as the offer of a seat, still reach you.`}
    >
      <ProblemAlert error={unsubscribe.error} />
      <ul className={classes.choices}>
        {data.choices.map((choice) => (
          <Choice
            key={choice.scope}
            choice={choice}
            isPending={unsubscribe.isPending && unsubscribe.variables.scope === choice.scope}
            onChange={() => unsubscribe.mutate(choice)}
          />
        ))}
      </ul>
      <p>
        To get fewer instead, or to take a break, open{' '}
        <Link to={paths.mailSettings()}>what you get by mail</Link>.
      </p>
    </Page>
  );
}

interface ChoiceProps {
  choice: StopView['choices'][number];
  isPending: boolean;
  onChange: () => void;
}

function Choice({ choice: { name, isStopped }, isPending, onChange }: ChoiceProps) {
  const action = isStopped ? 'Send them again' : 'Stop them';
  return (
    <li className={classes.choice}>
      <span role="status">
        <strong>{name}</strong>
        {isStopped && <span className={classes.state}>Stopped</span>}
      </span>
      <Button
        variant={isStopped ? 'default' : 'filled'}
        loading={isPending}
        onClick={onChange}
        aria-label={`${action}: ${name}`}
      >
        {action}
      </Button>
    </li>
  );
}
