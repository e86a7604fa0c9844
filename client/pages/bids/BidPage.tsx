import { Alert, Tabs } from '@mantine/core';
import type { BidView } from '@cobid/domain/bid/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { bidQuery } from '../../api/bids.ts';
import { load, requirePerson } from '../../api/load.ts';
import { useFilter } from '../../forms/useFilter.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import classes from './BidPage.module.css';
import { bidStateText } from './bidText.ts';
import { ConsortiumTab } from './ConsortiumTab.tsx';
import { nextStep } from './nextStep.ts';
import { OfferTab } from './OfferTab.tsx';
import { PriceTab } from './PriceTab.tsx';
import { SignTab } from './SignTab.tsx';

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePerson(request);
  await load(bidQuery(params.bidId ?? ''));
  return null;
}

const tabs = [
  { key: 'consortium', label: '1. Who does what' },
  { key: 'offer', label: '2. The offer' },
  { key: 'price', label: '3. The price' },
  { key: 'sign', label: '4. Sign and submit' },
] as const;

function firstTab(bid: BidView): string {
  if (bid.state === 'forming') return 'consortium';
  return bid.state === 'drafting' ? 'offer' : 'sign';
}

/** The bid room: what its consortium sees, and nobody else before the deadline. */
export function Component() {
  const { data: bid } = useSuspenseQuery(bidQuery(useParams().bidId ?? ''));
  const [tab, setTab] = useFilter('tab');
  const state = bidStateText[bid.state];
  const next = nextStep(bid, new Date());
  return (
    <Page
      title={bid.tender.title}
      documentTitle={`Bid: ${bid.tender.title}`}
      width="wide"
      eyebrow={
        <>
          <StateBadge label={state.label} tone={state.tone} />
          <span>{bid.myRole === 'lead' ? 'You lead this bid' : `Led by ${bid.lead.name}`}</span>
        </>
      }
    >
      <div className={classes.facts}>
        <Facts
          facts={[
            [
              'Deadline',
              <Moment key="deadline" at={bid.tender.deadline} zone={bid.tender.zone} withRemaining />,
            ],
            ['Budget', bid.tender.budget],
            [
              'Asked for',
              <Link key="tender" to={paths.tender(bid.tender.id)}>
                Read the tender
              </Link>,
            ],
          ]}
        />
      </div>
      {next !== null && (
        <Alert
          color={next.tone === 'over' ? 'gray' : 'pine'}
          variant="light"
          title={next.title}
          mb="lg"
          role="status"
        >
          {next.detail}
        </Alert>
      )}
      <Tabs
        value={tabs.some(({ key }) => key === tab) ? tab : firstTab(bid)}
        onChange={setTab}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {tabs.map(({ key, label }) => (
            <Tabs.Tab key={key} value={key}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="consortium">
          <ConsortiumTab bid={bid} />
        </Tabs.Panel>
        <Tabs.Panel value="offer">
          <OfferTab bid={bid} />
        </Tabs.Panel>
        <Tabs.Panel value="price">
          <PriceTab bid={bid} />
        </Tabs.Panel>
        <Tabs.Panel value="sign">
          <SignTab bid={bid} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
