import type { ReplayView } from '@cobid/domain/network/reports.ts';
import { paths } from '@cobid/domain/paths.ts';
import { Link } from 'react-router';
import { percent } from '../opportunities/opportunityText.ts';
import classes from './Report.module.css';

type Placed = ReplayView['newest'][number]['first'][number];

function moved({ place, placeNow }: Placed): 'new' | 'up' | 'down' | 'not' {
  if (placeNow > 10) return 'new';
  if (placeNow > place) return 'up';
  return placeNow < place ? 'down' : 'not';
}

function whatChanged(first: readonly Placed[], newcomers: number): string {
  const others = first.filter((placed) => placed.place !== placed.placeNow).length - newcomers;
  if (others + newcomers === 0) return 'The same order as now.';
  const parts = [
    ...(newcomers > 0 ? [`${newcomers} would come into the first ten`] : []),
    ...(others > 0 ? [`${others} would change places`] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** The first ten of each of the newest tenders, in their order, with the place that they have now. */
export function ReplayedTenders({ newest }: { newest: ReplayView['newest'] }) {
  return (
    <ul className={classes.tenders}>
      {newest.map(({ tender, newcomers, first }) => (
        <li key={tender.id}>
          <h3 className={classes.tenderTitle}>
            <Link to={paths.tender(tender.id)}>{tender.title}</Link>
          </h3>
          <p className={classes.note}>{whatChanged(first, newcomers)}</p>
          <ol className={classes.order}>
            {first.map((placed) => (
              <li key={placed.coop.id} className={classes.placed} data-moved={moved(placed)}>
                {placed.place}. {placed.coop.name}{' '}
                <span className={classes.was}>
                  {percent(placed.fit)}
                  {placed.place !== placed.placeNow && `, now ${placed.placeNow}`}
                </span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}
