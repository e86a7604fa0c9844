import { Button } from '@mantine/core';
import type { WaitingItem } from '@cobid/domain/home/schema.ts';
import type { MeView } from '@cobid/domain/person/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { homeQuery } from '../../api/home.ts';
import { load, requirePerson } from '../../api/load.ts';
import { useMe } from '../../api/me.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import classes from './HomePage.module.css';

export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requirePerson(request);
  if (me.actingFor !== null) await load(homeQuery);
  return null;
}

const kindText: Record<WaitingItem['kind'], string> = {
  answer_opportunity: 'Answer',
  answer_invitation: 'Invitation',
  answer_counter: 'Counter-offer',
  sign_revision: 'Sign',
  finish_bid: 'Finish the bid',
  submit_bid: 'Submit',
  finish_tender: 'Finish the tender',
  choose_bid: 'Choose a bid',
  complete_tender: 'Is it done?',
  finish_profile: 'Your profile',
  tender_closes: 'Deadline',
};

function Items({ items }: { items: readonly WaitingItem[] }) {
  return (
    <ul className={classes.items}>
      {items.map((item) => (
        <li key={`${item.kind} ${item.href}`} className={classes.item} data-kind={item.kind}>
          <span className={classes.kind}>{kindText[item.kind]}</span>
          <div className={classes.what}>
            <h3 className={classes.title}>
              <Link to={item.href}>{item.title}</Link>
            </h3>
            {item.detail !== '' && <p className={classes.detail}>{item.detail}</p>}
          </div>
          {item.due !== null && (
            <span className={classes.due}>
              <Moment at={item.due} zone={item.zone} withRemaining />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function WaitingAndClosing({ me }: { me: MeView }) {
  const { data } = useSuspenseQuery(homeQuery);
  const isCoop = me.actingFor?.isCoop === true;
  return (
    <>
      <Section title="Waits for you">
        {data.waiting.length > 0 ? (
          <Items items={data.waiting} />
        ) : (
          <EmptyState
            title="Nothing waits for you"
            action={
              isCoop ? (
                <Button component={Link} to={paths.opportunities()} variant="default">
                  Look at your opportunities
                </Button>
              ) : (
                <Button component={Link} to={paths.newTender()} variant="default">
                  Post a tender
                </Button>
              )
            }
          >
            {isCoop
              ? 'When a tender fits your co-op, or another co-op offers you a seat, it stands here and in your mail.'
              : 'When a deadline has passed and bids can be read, it stands here and in your mail.'}
          </EmptyState>
        )}
      </Section>
      {data.closingSoon.length > 0 && (
        <Section title="Closes soon">
          <Items items={data.closingSoon} />
        </Section>
      )}
    </>
  );
}

function FirstSteps() {
  return (
    <div className={classes.first}>
      <EmptyState
        title="You are part of a tech co-op"
        action={
          <Button component={Link} to={`${paths.newOrganisation()}?kind=coop`}>
            Set up the co-op
          </Button>
        }
      >
        Set it up here, say what you are good at, and work that fits comes by mail. If a colleague did that
        already, ask them to invite you.
      </EmptyState>
      <EmptyState
        title="You have work to give"
        action={
          <Button component={Link} to={paths.newTender()} variant="default">
            Begin a tender
          </Button>
        }
      >
        Write the tender first if you like; the organisation behind it is needed only to publish.
      </EmptyState>
    </div>
  );
}

/** What waits for the reader, and what closes soon, for the organisation that they act for. */
export function Component() {
  const me = useMe();
  const name = me.person?.name.split(' ')[0] ?? '';
  return (
    <Page
      title={name === '' ? 'Home' : `Hello, ${name}`}
      documentTitle="Home"
      lead={
        me.actingFor === null
          ? 'You do not act for an organisation yet.'
          : `You act for ${me.actingFor.name}.`
      }
    >
      {me.actingFor === null ? <FirstSteps /> : <WaitingAndClosing me={me} />}
    </Page>
  );
}
