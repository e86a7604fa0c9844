import { Button } from '@mantine/core';
import type { TenderCard } from '@cobid/domain/tender/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { useMe } from '../../api/me.ts';
import { myTendersQuery } from '../../api/tenders.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import classes from '../../ui/Filters.module.css';
import { TenderCardView } from './TenderCardView.tsx';

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  await load(myTendersQuery);
  return null;
}

const groups = [
  { title: 'To be decided', states: ['closed', 'evaluating'] },
  { title: 'Open for bids', states: ['open'] },
  { title: 'Drafts', states: ['draft', 'in_review'] },
  { title: 'Awarded', states: ['awarded'] },
  { title: 'Over', states: ['completed', 'withdrawn', 'cancelled', 'unsuccessful'] },
] as const satisfies readonly { title: string; states: readonly TenderCard['state'][] }[];

/** The tenders of the client that one acts for, and one's own drafts; those that wait for the client come first. */
export function Component() {
  const { data } = useSuspenseQuery(myTendersQuery);
  const me = useMe();
  return (
    <Page
      title="My tenders"
      lead={
        me.actingFor?.isClient === true ? `What ${me.actingFor.name} has posted.` : 'What you have begun.'
      }
      actions={
        <Button component={Link} to={paths.newTender()}>
          Post a tender
        </Button>
      }
    >
      {data.items.length === 0 && (
        <EmptyState
          title="Nothing posted yet"
          action={
            <Button component={Link} to={paths.newTender()} variant="default">
              Begin a tender
            </Button>
          }
        >
          A draft is private until you publish it. It takes about twenty minutes to write a good one.
        </EmptyState>
      )}
      {groups.map((group) => {
        const items = data.items.filter((tender) => group.states.some((state) => state === tender.state));
        if (items.length === 0) return null;
        return (
          <Section key={group.title} title={group.title}>
            <div className={classes.list}>
              {items.map((tender) => (
                <TenderCardView
                  key={tender.id}
                  tender={tender}
                  to={tender.state === 'draft' ? paths.editTender(tender.id) : paths.tender(tender.id)}
                />
              ))}
            </div>
          </Section>
        );
      })}
    </Page>
  );
}
