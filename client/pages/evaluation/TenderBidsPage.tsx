import { Button } from '@mantine/core';
import type { OpenedBidView } from '@cobid/domain/bid/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { openedBidsQuery } from '../../api/bids.ts';
import { load, requirePerson } from '../../api/load.ts';
import { tenderQuery } from '../../api/tenders.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { TenderStateBadge } from '../tenders/TenderStateBadge.tsx';
import { AwardDialog } from './AwardDialog.tsx';
import { BidComparison } from './BidComparison.tsx';
import { OpenedBid } from './OpenedBid.tsx';
import classes from './TenderBidsPage.module.css';

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePerson(request);
  const tenderId = params.tenderId ?? '';
  await Promise.all([load(tenderQuery(tenderId)), load(openedBidsQuery(tenderId))]);
  return null;
}

/** The bids after the deadline, side by side, and the choice. */
export function Component() {
  const tenderId = useParams().tenderId ?? '';
  const { data: tender } = useSuspenseQuery(tenderQuery(tenderId));
  const { data } = useSuspenseQuery(openedBidsQuery(tenderId));
  const [chosen, setChosen] = useState<OpenedBidView | null>(null);
  const bids = data.items;
  return (
    <Page
      title={`Bids: ${tender.content.title}`}
      width="wide"
      eyebrow={<TenderStateBadge state={tender.state} />}
      lead="In a random order that stays the same. Every bid was signed by each co-op in it before the deadline."
      actions={
        <Button variant="default" component={Link} to={paths.tender(tenderId)}>
          Back to the tender
        </Button>
      }
    >
      {bids.length === 0 ? (
        <EmptyState
          title="No bids came in"
          action={
            <Button component={Link} to={paths.tender(tenderId)}>
              Go to the tender
            </Button>
          }
        >
          Close it without an award there. A copy with a clearer text, a longer time or a larger budget often
          does better.
        </EmptyState>
      ) : (
        <>
          <Section title="Side by side">
            <BidComparison bids={bids} />
          </Section>
          <ul className={classes.bids}>
            {bids.map((bid) => (
              <li key={bid.id}>
                <OpenedBid bid={bid} mayAward={tender.can.award} onChoose={() => setChosen(bid)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {chosen !== null && (
        <AwardDialog tender={tender} chosen={chosen} bids={bids} onClose={() => setChosen(null)} />
      )}
    </Page>
  );
}
