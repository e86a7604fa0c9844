import { Button } from '@mantine/core';
import type { BidCard } from '@cobid/domain/bid/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { bidsQuery } from '../../api/bids.ts';
import { load, requirePerson } from '../../api/load.ts';
import { useMe } from '../../api/me.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import classes from './BidsPage.module.css';
import { bidStateText } from './bidText.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requirePerson(request);
  if (me.actingFor?.isCoop === true) await load(bidsQuery);
  return null;
}

export function Component() {
  const isCoop = useMe().actingFor?.isCoop === true;
  return (
    <Page title="Bids" lead="Joint and single bids that your co-op leads or is part of.">
      {isCoop ? (
        <Bids />
      ) : (
        <EmptyState title="Bids belong to co-ops">Choose a co-op to act for in the menu above.</EmptyState>
      )}
    </Page>
  );
}

function Bids() {
  const { data } = useSuspenseQuery(bidsQuery);
  if (data.items.length === 0) {
    return (
      <EmptyState
        title="No bids yet"
        action={
          <Button component={Link} to={paths.opportunities()}>
            See your opportunities
          </Button>
        }
      >
        A bid begins with a yes to an opportunity.
      </EmptyState>
    );
  }
  return (
    <ul className={classes.list}>
      {data.items.map((bid) => (
        <li key={bid.id}>
          <Row bid={bid} />
        </li>
      ))}
    </ul>
  );
}

function Row({ bid }: { bid: BidCard }) {
  const state = bidStateText[bid.state];
  return (
    <article className={classes.row}>
      <div className={classes.top}>
        <StateBadge label={state.label} tone={state.tone} />
        <span>{bid.myRole === 'lead' ? 'You lead this bid' : `Led by ${bid.lead.name}`}</span>
        {bid.waitsForMe && <strong className={classes.waits}>Waits for you</strong>}
      </div>
      <h2 className={classes.title}>
        <Link to={paths.bid(bid.id)}>{bid.tender.title}</Link>
      </h2>
      <div className={classes.deadline}>
        Deadline <Moment at={bid.tender.deadline} zone={bid.tender.zone} withRemaining />
      </div>
    </article>
  );
}
