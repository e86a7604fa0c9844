import { Alert, Skeleton } from '@mantine/core';
import { formatMoney } from '@cobid/domain/formatMoney.ts';
import { paths } from '@cobid/domain/paths.ts';
import type { TenderView } from '@cobid/domain/tender/schema.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '../../api/load.ts';
import { useMe } from '../../api/me.ts';
import { tenderQuery } from '../../api/tenders.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { CoopHint } from './CoopHint.tsx';
import { OwnerPanel } from './OwnerPanel.tsx';
import { TenderFacts } from './TenderFacts.tsx';
import classes from './TenderPage.module.css';
import { TenderStateBadge } from './TenderStateBadge.tsx';
import { TenderText } from './TenderText.tsx';

const OpportunityPanel = lazy(() =>
  import('../opportunities/OpportunityPanel.tsx').then((module) => ({ default: module.OpportunityPanel })),
);

export async function loader({ params }: LoaderFunctionArgs) {
  await load(tenderQuery(params.tenderId ?? ''));
  return null;
}

function Award({ tender }: { tender: TenderView }) {
  const { award, content } = tender;
  if (award === null) return null;
  return (
    <Section title="Awarded" isCard>
      <p className={classes.winners}>
        {award.organisations.map((organisation, index) => (
          <span key={organisation.id}>
            {index > 0 && (index === award.organisations.length - 1 ? ' and ' : ', ')}
            <Link to={paths.coop(organisation.slug)}>{organisation.name}</Link>
          </span>
        ))}{' '}
        for {formatMoney(award.totalMinor, content.currency)}
      </p>
      <p className={classes.reason}>{award.reason}</p>
      <p className={classes.when}>
        <Moment at={award.at} zone={content.zone} />
      </p>
    </Section>
  );
}

/** A tender as everybody can read it; with the client's actions for its owner, and the match for a co-op. */
export function Component() {
  const tenderId = useParams().tenderId ?? '';
  const { data: tender } = useSuspenseQuery(tenderQuery(tenderId));
  const me = useMe();
  const { content } = tender;
  const isCoop = me.actingFor?.isCoop === true && !tender.isOwn && tender.state !== 'draft';
  return (
    <Page
      title={content.title === '' ? 'Untitled tender' : content.title}
      width="wide"
      eyebrow={
        <>
          <TenderStateBadge state={tender.state} />
          {tender.client !== null && <span>{tender.client.name}</span>}
          {tender.publishedAt !== null && (
            <span>
              published <Moment at={tender.publishedAt} zone={content.zone} />
            </span>
          )}
        </>
      }
      lead={content.summary}
    >
      {tender.isOwn && <OwnerPanel tender={tender} />}
      {tender.closingNote !== null && tender.closingNote !== '' && (
        <Alert color="gray" variant="light" title="Why it ended" mb="lg">
          {tender.closingNote}
        </Alert>
      )}
      <Award tender={tender} />
      <div className={classes.columns}>
        <aside className={classes.facts} aria-label="Facts">
          <TenderFacts content={content} isOpen={tender.state === 'open'} />
        </aside>
        <div className={classes.text}>
          {isCoop && (
            <Suspense fallback={<Skeleton height={220} radius="lg" />}>
              <OpportunityPanel tenderId={tender.id} />
            </Suspense>
          )}
          {me.actingFor === null && !tender.isOwn && tender.state === 'open' && (
            <CoopHint tenderId={tender.id} />
          )}
          <TenderText content={content} />
        </div>
      </div>
    </Page>
  );
}
