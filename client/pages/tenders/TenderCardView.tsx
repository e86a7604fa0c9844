import { paths } from '@cobid/domain/paths.ts';
import type { TenderCard } from '@cobid/domain/tender/schema.ts';
import { Link } from 'react-router';
import { Moment } from '../../ui/Moment.tsx';
import { Tags } from '../../ui/Tag.tsx';
import { budgetText, placeText } from './tenderText.ts';
import { TenderStateBadge } from './TenderStateBadge.tsx';
import classes from './TenderCardView.module.css';

/** One tender in a list: what, for whom, until when, for how much. */
export function TenderCardView({
  tender,
  to,
  heading: Heading = 'h3',
}: {
  tender: TenderCard;
  to?: string;
  heading?: 'h2' | 'h3';
}) {
  return (
    <article className={classes.card}>
      <div className={classes.top}>
        <TenderStateBadge state={tender.state} />
        {tender.client !== null && <span>{tender.client.name}</span>}
      </div>
      <Heading className={classes.title}>
        <Link to={to ?? paths.tender(tender.id)} className={classes.link}>
          {tender.title === '' ? 'Untitled tender' : tender.title}
        </Link>
      </Heading>
      {tender.summary !== '' && <p className={classes.summary}>{tender.summary}</p>}
      <Tags items={tender.skills} label="Skills" most={6} />
      <dl className={classes.facts}>
        <div>
          <dt>Deadline</dt>
          <dd>
            {tender.deadline === null ? (
              'not set'
            ) : (
              <Moment at={tender.deadline} zone={tender.zone} withRemaining={tender.state === 'open'} />
            )}
          </dd>
        </div>
        <div>
          <dt>Budget</dt>
          <dd>{budgetText(tender.budget, tender.currency)}</dd>
        </div>
        <div>
          <dt>Work</dt>
          <dd>
            {tender.days} {tender.days === 1 ? 'day' : 'days'}, {placeText(tender.workplace, tender.country)}
          </dd>
        </div>
      </dl>
    </article>
  );
}
