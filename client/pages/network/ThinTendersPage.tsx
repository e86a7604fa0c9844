import type { ThinTenderView } from '@cobid/domain/network/reports.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '../../api/load.ts';
import { thinTendersQuery } from '../../api/network.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { Pages } from '../../ui/Pages.tsx';
import { Feasibility } from './Feasibility.tsx';
import { countOf } from './reportText.ts';
import { WorthAsking } from './WorthAsking.tsx';
import classes from './ThinTendersPage.module.css';

const pageOf = (search: URLSearchParams) => Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1);

export async function loader({ request }: LoaderFunctionArgs) {
  await load(thinTendersQuery(pageOf(new URL(request.url).searchParams)));
  return null;
}

/** Open tenders that stand on thin ground: something in them that nobody, or only one co-op, covers. */
export function Component() {
  const [search] = useSearchParams();
  const { data } = useSuspenseQuery(thinTendersQuery(pageOf(search)));
  return (
    <Page
      title="Thin tenders"
      lead="Open tenders that ask for something that no co-op of the network covers, or only one. This is where a word from you is worth most: to somebody who could learn it, free days, or join."
    >
      {data.items.length === 0 ? (
        <EmptyState title="Every open tender is well covered">
          For each thing that an open tender asks for there are at least two co-ops that can do it.
        </EmptyState>
      ) : (
        <ul className={classes.tenders}>
          {data.items.map((item) => (
            <li key={item.tender.id}>
              <ThinTender item={item} />
            </li>
          ))}
        </ul>
      )}
      <Pages page={data.page} pageSize={data.pageSize} total={data.total} />
    </Page>
  );
}

function ThinTender({ item }: { item: ThinTenderView }) {
  const { tender, thin, isBeingMatched } = item;
  return (
    <article className={classes.tender}>
      <h2 className={classes.title}>
        <Link to={paths.tender(tender.id)}>{tender.title}</Link>
      </h2>
      <p className={classes.when}>
        Closes <Moment at={tender.deadline} zone={tender.zone} withRemaining />
      </p>
      {isBeingMatched && <p className={classes.when}>It is being matched right now; this may change.</p>}
      <ul className={classes.needs} aria-label="What is thin">
        {thin.map(({ requirementId, label, priority, level, days, only }) => (
          <li key={requirementId} className={classes.need} data-open={only === null && priority === 'must'}>
            <span>
              <strong>{label}</strong> ({priority}, level {level}, {countOf(days, 'day')})
            </span>
            <span>
              {only === null ? (
                'nobody covers it'
              ) : (
                <>
                  only <Link to={paths.coop(only.slug)}>{only.name}</Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <WorthAsking item={item} />
      <Feasibility tenderId={tender.id} title={tender.title} />
    </article>
  );
}
