import type { MatchTerm, MatchView } from '@cobid/domain/opportunity/schema.ts';
import { percent, termText } from './opportunityText.ts';
import classes from './FitChart.module.css';

interface Part {
  key: MatchTerm['key'];
  value: number;
  most: number;
}

/** The additive terms, those of one kind together, in their given order. */
function parts(terms: readonly MatchTerm[]): Part[] {
  const byKey = new Map<MatchTerm['key'], Part>();
  for (const { key, value, most } of terms) {
    const part = byKey.get(key) ?? { key, value: 0, most: 0 };
    byKey.set(key, { key, value: part.value + value, most: part.most + most });
  }
  return [...byKey.values()];
}

/** The fit as a sum that adds up before your eyes: one bar a kind, as long as the most that it could add. */
export function FitChart({ match }: { match: MatchView }) {
  return (
    <div className={classes.chart}>
      <p className={classes.score}>
        <strong>{percent(match.score)}</strong> fit
      </p>
      <ul className={classes.parts} aria-label="What the fit is made of">
        {parts(match.terms).map(({ key, value, most }) => (
          <li key={key} className={classes.part}>
            <span className={classes.name}>{termText[key]}</span>
            <span className={classes.track} style={{ width: `${most * 100}%` }} aria-hidden>
              <span className={classes.fill} style={{ width: `${most === 0 ? 0 : (value / most) * 100}%` }} />
            </span>
            <span className={classes.value}>
              {Math.round(value * 100)} of {Math.round(most * 100)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
