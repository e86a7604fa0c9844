import { Button } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { queryClient } from '../../api/queryClient.ts';
import { tenderListQuery } from '../../api/tenders.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { JointBid } from './JointBid.tsx';
import { TenderCardView } from '../tenders/TenderCardView.tsx';
import classes from './FrontPage.module.css';

const openTenders = tenderListQuery({ state: 'open', sort: 'deadline' });

/** The tenders are wished for at once, but the page does not wait for them. */
export function loader() {
  void queryClient.prefetchQuery(openTenders);
  return null;
}

const steps = [
  {
    title: 'A tender is posted once',
    text: 'The client says what the problem is, which skills and days it takes, and until when.',
  },
  {
    title: 'The co-ops it fits hear of it',
    text: 'By e-mail, with the reasons: what matches, what is missing, and who could complete it.',
  },
  {
    title: 'They form one bid',
    text: 'Co-ops agree who does what for how much. Each one reads and signs the very same text.',
  },
  {
    title: 'It is submitted as one',
    text: 'Sealed until the deadline. Then the client reads, chooses, and gives each bidder a reason.',
  },
] as const;

function OpenTenders() {
  const tenders = useQuery(openTenders);
  if (tenders.isPending) return <ListSkeleton rows={3} height={170} />;
  if (tenders.isError) return <ProblemAlert error={tenders.error} onRetry={() => void tenders.refetch()} />;
  if (tenders.data.items.length === 0) {
    return (
      <EmptyState
        title="No tender is open right now"
        action={
          <Button component={Link} to={paths.newTender()}>
            Post the first one
          </Button>
        }
      >
        New ones appear here the moment they are published.
      </EmptyState>
    );
  }
  return (
    <div className={classes.list}>
      {tenders.data.items.slice(0, 4).map((tender) => (
        <TenderCardView key={tender.id} tender={tender} />
      ))}
    </div>
  );
}

/** What Cobid is, for clients and for co-ops, and what is open right now. */
export function Component() {
  return (
    <div>
      <title>Cobid · Co-ops that bid together</title>
      <div className={classes.hero}>
        <div className={classes.heroInner}>
          <div className={classes.opening}>
            <div>
              <h1 tabIndex={-1} className={classes.headline}>
                Work too big for one co-op is&nbsp;just right for&nbsp;three.
              </h1>
              <p className={classes.promise}>
                Cobid brings tenders to tech co-operatives whose skills fit, and lets several of them form,
                sign and submit one bid together.
              </p>
            </div>
            <JointBid />
          </div>
          <div className={classes.doors}>
            <div className={classes.door}>
              <h2>You have work to give</h2>
              <p>
                Reach a whole network of worker-owned teams with one text. Start now; an account can wait.
              </p>
              <Button component={Link} to={paths.newTender()} size="md" className={classes.clayOnPine}>
                Post a tender
              </Button>
            </div>
            <div className={classes.door}>
              <h2>You are a tech co-op</h2>
              <p>Say what you are good at and when you are free. Work that fits comes to you by mail.</p>
              <Button
                component={Link}
                to={`${paths.newOrganisation()}?kind=coop`}
                size="md"
                variant="white"
                className={classes.paperOnPine}
              >
                Join as a co-op
              </Button>
            </div>
          </div>
        </div>
      </div>

      <section className={classes.part} aria-labelledby="how">
        <h2 id="how" className={classes.heading}>
          How a joint bid comes about
        </h2>
        <ol className={classes.steps}>
          {steps.map((step) => (
            <li key={step.title}>
              <h3>{step.title}</h3>
              <p>{step.text}</p>
            </li>
          ))}
        </ol>
      </section>

      <section className={classes.part} aria-labelledby="open">
        <div className={classes.headingRow}>
          <h2 id="open" className={classes.heading}>
            Open now
          </h2>
          <Link to={paths.tenders()}>All open tenders</Link>
        </div>
        <OpenTenders />
      </section>

      <section className={classes.part} aria-labelledby="fair">
        <h2 id="fair" className={classes.heading}>
          Fair by construction
        </h2>
        <ul className={classes.promises}>
          <li>
            <h3>Bids stay sealed</h3>
            <p>
              Until the deadline nobody outside the consortium learns a price, a member, or that a bid exists.
            </p>
          </li>
          <li>
            <h3>Every match explains itself</h3>
            <p>Skills, evidence and free days count. Size, age and fees never do. You see each reason.</p>
          </li>
          <li>
            <h3>Nobody signs for anybody else</h3>
            <p>Each co-op consents to the exact text. One changed word, and all are asked again.</p>
          </li>
        </ul>
      </section>
    </div>
  );
}
