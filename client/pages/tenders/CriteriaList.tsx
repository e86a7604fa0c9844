import type { Criterion } from '@cobid/domain/tender/schema.ts';
import classes from './CriteriaList.module.css';

/** Criteria with their weights in per cent. */
export function CriteriaList({ criteria }: { criteria: readonly Criterion[] }) {
  return (
    <ul className={classes.list}>
      {criteria.map((criterion) => (
        <li key={criterion.id} className={classes.row}>
          <span className={classes.weight}>{criterion.weight} %</span>
          <span>
            <strong>{criterion.name}</strong>
            {criterion.description !== '' && <span className={classes.detail}>{criterion.description}</span>}
          </span>
          <span className={classes.bar} aria-hidden>
            <span style={{ inlineSize: `${criterion.weight}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
