import type { OwnMailView } from '@cobid/domain/mail/settings.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { ownMailsQuery } from '../../api/mail.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { Pages } from '../../ui/Pages.tsx';
import classes from './OwnMailsPage.module.css';

const pageOf = (search: URLSearchParams) => Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1);

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  await load(ownMailsQuery(pageOf(new URL(request.url).searchParams)));
  return null;
}

const states: Record<OwnMailView['state'], string> = {
  sent: 'Sent',
  on_its_way: 'On its way since',
  waits: 'Waits for your hours, until',
  not_sent: 'Not sent; it was due',
};

/** The mails that the signed-in person got, or is about to get, with the reason. */
export function Component() {
  const [search] = useSearchParams();
  const { data } = useSuspenseQuery(ownMailsQuery(pageOf(search)));
  return (
    <Page
      title="Your mails"
      width="narrow"
      lead={
        <p>
          What Cobid has written to you, and why. <Link to={paths.mailSettings()}>Change what you get</Link>
        </p>
      }
    >
      {data.items.length === 0 ? (
        <EmptyState title="No mails yet">They are listed here as soon as there are some.</EmptyState>
      ) : (
        <ul className={classes.mails}>
          {data.items.map(({ id, name, about, state, at, why }) => (
            <li key={id} className={classes.mail}>
              <p className={classes.name}>{name}</p>
              {about !== null && <p className={classes.about}>{about}</p>}
              <p className={classes.when}>
                {states[state]} <Moment at={at} />
              </p>
              {why !== null && <p className={classes.why}>{why}</p>}
            </li>
          ))}
        </ul>
      )}
      <Pages page={data.page} pageSize={data.pageSize} total={data.total} />
    </Page>
  );
}
