import { Button } from '@mantine/core';
import { formatDay } from '@cobid/domain/formatTime.ts';
import type { OpportunityCard } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { useMe } from '../../api/me.ts';
import { wouldHaveMatchedQuery } from '../../api/profile.ts';
import { DaysBar } from '../../ui/DaysBar.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { TenderStateBadge } from '../tenders/TenderStateBadge.tsx';
import { percent } from './opportunityText.ts';
import classes from './WouldHaveMatchedPage.module.css';

export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requirePerson(request);
  if (me.actingFor?.isCoop === true) await load(wouldHaveMatchedQuery);
  return null;
}

/** What the profile, as it is now, would have brought in the last year, and what it lacked. */
export function Component() {
  const me = useMe();
  return (
    <Page
      title="Would have matched"
      lead="Tenders of the last twelve months that your profile, as it is now, fits in part or in whole. What is missing often is what to learn, or whom to meet."
      actions={
        <Button component={Link} to={paths.profile()} variant="default">
          Change the profile
        </Button>
      }
    >
      {me.actingFor?.isCoop === true ? (
        <Matched />
      ) : (
        <EmptyState title="Only co-ops are matched">
          Choose a co-op to act for in the menu above, or add yours.
        </EmptyState>
      )}
    </Page>
  );
}

function Matched() {
  const { data } = useSuspenseQuery(wouldHaveMatchedQuery);
  if (data.items.length === 0) {
    return (
      <EmptyState
        title="None of the last twelve months"
        action={
          <Button component={Link} to={paths.profile()}>
            Add skills
          </Button>
        }
      >
        The more complete your skills are, the more tenders they fit.
      </EmptyState>
    );
  }
  return (
    <>
      <Lacked items={data.items} />
      <ul className={classes.list}>
        {data.items.map((item) => (
          <li key={item.tender.id} className={classes.item}>
            <Row item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which skills were missing most often. */
function Lacked({ items }: { items: readonly OpportunityCard[] }) {
  const counts = new Map<string, number>();
  for (const label of items.flatMap(({ missing }) => missing))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  const most = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 5);
  if (most.length === 0) return null;
  return (
    <section className={classes.lacked} aria-labelledby="lacked">
      <h2 id="lacked" className={classes.title}>
        What was missing most often
      </h2>
      <ul className={classes.counts}>
        {most.map(([label, count]) => (
          <li key={label}>
            <span className={classes.count}>
              <span>{label}</span>
              <span>
                {count} of {items.length}
              </span>
            </span>
            <DaysBar whole={items.length} parts={[{ key: label, days: count, tone: 1 }]} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ item: { tender, score, why, missing } }: { item: OpportunityCard }) {
  return (
    <>
      <span className={classes.fit}>{percent(score)} fit</span>
      <div>
        <h2 className={classes.name}>
          <Link to={paths.tender(tender.id)}>{tender.title}</Link>
        </h2>
        <p className={classes.facts}>
          <TenderStateBadge state={tender.state} /> {tender.client?.name}
          {tender.publishedAt !== null && `, ${formatDay(tender.publishedAt.slice(0, 10))}`}
        </p>
        <p className={classes.why}>
          {why.join('; ')}.{missing.length > 0 && <> Missing: {missing.join(', ')}.</>}
        </p>
      </div>
    </>
  );
}
