import type { InvitationView } from '@cobid/domain/invitation/schema.ts';
import { formatMoney } from '@cobid/domain/formatMoney.ts';
import { Moment } from '../../ui/Moment.tsx';
import { daysText } from '../bids/bidText.ts';
import classes from './TermsCard.module.css';

type Terms = InvitationView['terms'][number];

/** One version of the terms: the work, the days, the share, the words; `isLatest` are the ones that an answer means. */
export function TermsCard({
  invitation,
  terms,
  isLatest,
}: {
  invitation: InvitationView;
  terms: Terms;
  isLatest: boolean;
}) {
  const { currency, zone } = invitation.tender;
  const who = terms.by === 'lead' ? invitation.lead.name : invitation.coop.name;
  const rate = terms.days > 0 ? formatMoney(Math.floor(terms.shareMinor / terms.days), currency) : null;
  return (
    <article className={classes.terms} data-latest={isLatest}>
      <h3 className={classes.title}>
        {isLatest ? 'The terms now' : `Earlier terms (version ${terms.version})`}
        <span className={classes.by}>
          by {who}, <Moment at={terms.at} zone={zone} />
        </span>
      </h3>
      <ul className={classes.parts}>
        {terms.parts.map(({ requirementId, label, level, days }) => (
          <li key={requirementId}>
            {label} at level {level}: {daysText(days)}
          </li>
        ))}
      </ul>
      <p className={classes.share}>
        <strong>{formatMoney(terms.shareMinor, currency)}</strong> for {daysText(terms.days)}
        {rate !== null && <span className={classes.rate}>, {rate} a day</span>}
      </p>
      {terms.message !== '' && <blockquote className={classes.message}>{terms.message}</blockquote>}
    </article>
  );
}
