import { Button, SegmentedControl } from '@mantine/core';
import type { OpportunityCard } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { useMe } from '../../api/me.ts';
import { opportunitiesQuery } from '../../api/opportunities.ts';
import { useFilter } from '../../forms/useFilter.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { TenderCardView } from '../tenders/TenderCardView.tsx';
import { answerDone, percent } from './opportunityText.ts';
import classes from './OpportunitiesPage.module.css';

export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requirePerson(request);
  if (me.actingFor?.isCoop === true) await load(opportunitiesQuery);
  return null;
}

/** Tenders that fit the reader's co-op: those that wait for an answer first. */
export function Component() {
  const me = useMe();
  if (me.actingFor?.isCoop === true) return <Opportunities />;
  return (
    <Page title="Opportunities">
      <EmptyState
        title="Opportunities come to co-ops"
        action={
          <Button component={Link} to={paths.newOrganisation()}>
            Add your co-op
          </Button>
        }
      >
        Choose a co-op to act for in the menu above, or add yours.
      </EmptyState>
    </Page>
  );
}

function Opportunities() {
  const { data } = useSuspenseQuery(opportunitiesQuery);
  const [shown, setShown] = useFilter('show');
  const waiting = data.items.filter(({ response }) => response === null);
  const answered = data.items.filter(({ response }) => response !== null);
  const items = shown === 'answered' ? answered : waiting;
  return (
    <Page
      title="Opportunities"
      lead={
        <>
          Open tenders that fit your co-op, the best fit first, and why. See also{' '}
          <Link to={paths.wouldHaveMatched()}>what your profile would have matched</Link> in the last year.
        </>
      }
    >
      <SegmentedControl
        aria-label="Which opportunities"
        value={shown === 'answered' ? 'answered' : 'waiting'}
        onChange={(value) => setShown(value === 'answered' ? 'answered' : '')}
        data={[
          { value: 'waiting', label: `Waiting for you (${waiting.length})` },
          { value: 'answered', label: `Answered (${answered.length})` },
        ]}
        mb="lg"
      />
      {items.length === 0 ? (
        <NothingHere isAnswered={shown === 'answered'} />
      ) : (
        <ul className={classes.list}>
          {items.map((opportunity) => (
            <li key={opportunity.tender.id}>
              <Row opportunity={opportunity} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function Row({ opportunity }: { opportunity: OpportunityCard }) {
  const { tender, score, why, missing, response } = opportunity;
  return (
    <div>
      <TenderCardView tender={tender} />
      <p className={classes.why}>
        <strong>{percent(score)} fit.</strong> {why.length > 0 && `${why.join('; ')}.`}
        {missing.length > 0 && <span> Missing: {missing.join(', ')}.</span>}
        {response !== null && <em> {answerDone[response]}</em>}
      </p>
    </div>
  );
}

function NothingHere({ isAnswered }: { isAnswered: boolean }) {
  if (isAnswered) return <EmptyState title="You have not answered any yet" />;
  return (
    <EmptyState
      title="Nothing waits for your answer"
      action={
        <Button component={Link} to={paths.profile()}>
          Look at your profile
        </Button>
      }
    >
      New tenders that fit reach you by mail and stand here. The more complete your skills and free days are,
      the better they fit.
    </EmptyState>
  );
}
