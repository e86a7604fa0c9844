import { Button } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { suggestionsQuery } from '../../api/consortium.ts';
import { load, requirePerson } from '../../api/load.ts';
import { opportunityQuery } from '../../api/opportunities.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { ConsortiumBuilder } from './ConsortiumBuilder.tsx';

function mayLookFor(response: { answer: string } | null, bidId: string | null): boolean {
  return bidId === null && (response?.answer === 'yes' || response?.answer === 'yes_if');
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePerson(request);
  const tenderId = params.tenderId ?? '';
  const { response, bidId, tender } = await load(opportunityQuery(tenderId));
  if (tender.state === 'open' && mayLookFor(response, bidId)) await load(suggestionsQuery(tenderId));
  return null;
}

/** Where a co-op puts together who does a tender with it, before anybody is asked. */
export function Component() {
  const tenderId = useParams().tenderId ?? '';
  const { data: opportunity } = useSuspenseQuery(opportunityQuery(tenderId));
  const { tender, response, bidId } = opportunity;
  return (
    <Page
      title="Put a consortium together"
      documentTitle={`Consortium: ${tender.title}`}
      width="wide"
      eyebrow={<Link to={paths.tender(tenderId)}>{tender.title}</Link>}
      lead={
        <>
          Pick a group, swap and add as you like. Nobody is asked before you say so.
          {tender.deadline !== null && (
            <>
              {' '}
              Bids are due <Moment at={tender.deadline} zone={tender.zone} withRemaining />
            </>
          )}
        </>
      }
    >
      {tender.state === 'open' && mayLookFor(response, bidId) ? (
        <ConsortiumBuilder opportunity={opportunity} />
      ) : (
        <NotNow tenderId={tenderId} bidId={bidId} isOpen={tender.state === 'open'} />
      )}
    </Page>
  );
}

function NotNow({ tenderId, bidId, isOpen }: { tenderId: string; bidId: string | null; isOpen: boolean }) {
  if (bidId !== null) {
    return (
      <EmptyState
        title="Your bid has begun"
        action={
          <Button component={Link} to={paths.bid(bidId)}>
            Open the bid room
          </Button>
        }
      >
        From now on you add and change its members there.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={isOpen ? 'Say first that you want this work' : 'This tender takes no more bids'}
      action={
        <Button component={Link} to={paths.tender(tenderId)}>
          Go to the tender
        </Button>
      }
    >
      {isOpen && 'Once you have answered yes, you see who could do it with you.'}
    </EmptyState>
  );
}
