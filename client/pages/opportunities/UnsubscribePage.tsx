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
  const isAllStopped = data.choices.some(({ scope, isStopped }) => scope === 'all' && isStopped);
  return (
    <Page
      title="Which mails shall stop?"
      width="narrow"
      lead={`This is about ${data.email} and mails from ${data.network}. Mails for which others wait, such as the offer of a seat, still reach you.`}
    >
      <ProblemAlert error={unsubscribe.error} />
      <ul className={classes.choices}>
        {data.choices.map((choice, at) => (
          <Choice
            key={choice.scope}
            choice={choice}
            isFirst={at === 0}
            isCovered={choice.scope !== 'all' && isAllStopped}
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
  /** What the link was for. */
  isFirst: boolean;
  /** Stopped with all others, so that it cannot be let come alone. */
  isCovered: boolean;
  isPending: boolean;
  onChange: () => void;
}

function Choice({ choice: { name, isStopped }, isFirst, isCovered, isPending, onChange }: ChoiceProps) {
  const action = isStopped ? 'Send them again' : 'Stop them';
  return (
    <li className={classes.choice}>
      <span role="status">
        <strong>{name}</strong>
        {isStopped && <span className={classes.state}>Stopped</span>}
      </span>
      {!isCovered && (
        <Button
          variant={isFirst && !isStopped ? 'filled' : 'default'}
          loading={isPending}
          onClick={onChange}
          aria-label={`${action}: ${name}`}
        >
          {action}
        </Button>
      )}
    </li>
  );
}
