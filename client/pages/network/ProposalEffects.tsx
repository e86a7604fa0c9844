import type { LearningView } from '@cobid/domain/network/reports.ts';
import { paths } from '@cobid/domain/paths.ts';
import { Link } from 'react-router';
import { countOf } from './reportText.ts';
import classes from './Report.module.css';

type Proposal = NonNullable<LearningView['proposal']>;
type Effect = Proposal['effects'][number];

function sentences({ entered, left, moved, largest }: Effect): string {
  const names = (coops: Effect['entered']) => coops.map(({ name }) => name).join(', ');
  return [
    ...(entered.length > 0 ? [`Into the first ten: ${names(entered)}.`, `Out: ${names(left)}.`] : []),
    ...(moved > 0 ? [`${countOf(moved, 'co-op')} at another place.`] : []),
    `No fit by more than ${(largest * 100).toFixed(1)} points of a hundred.`,
  ].join(' ');
}

/** What the proposed weights would have changed in past tenders, by fit alone. */
export function ProposalEffects({ proposal: { played, changed, effects } }: { proposal: Proposal }) {
  return (
    <>
      <h3 className={classes.tenderTitle}>What they would have changed</h3>
      <p className={classes.note}>
        {changed === 0
          ? `In none of the last ${countOf(played, 'tender')} would the first ten have been others, or in another order.`
          : `In ${changed} of the last ${countOf(played, 'tender')} the first ten would have been others, or in another order${
              effects.length < changed ? `; the latest ${effects.length} of them` : ''
            }.`}
      </p>
      <ul className={classes.effects}>
        {effects.map((effect) => (
          <li key={effect.tender.id}>
            <Link to={paths.tender(effect.tender.id)}>{effect.tender.title}</Link>
            <p className={classes.note}>{sentences(effect)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
