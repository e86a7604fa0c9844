import { DaysBar } from './DaysBar.tsx';
import classes from './CoverageBars.module.css';

export interface CoverageRow {
  requirementId: string;
  label: string;
  priority: 'must' | 'should';
  neededDays: number;
  /** Who takes on how much of it; `tone` is the same for one co-op in all rows. */
  parts: readonly { name: string; days: number; tone: number }[];
}

function daysLine({ neededDays, parts }: CoverageRow): string {
  const taken = parts.reduce((sum, { days }) => sum + days, 0);
  if (taken >= neededDays) return `all ${neededDays} days`;
  return `${taken} of ${neededDays} days, ${neededDays - taken} open`;
}

/** Requirement by requirement, whose days fill it and what is open: to be looked at, and readable without looking. */
export function CoverageBars({ rows, label }: { rows: readonly CoverageRow[]; label: string }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {rows.map((row) => {
        const isOpen = row.parts.reduce((sum, { days }) => sum + days, 0) < row.neededDays;
        return (
          <li key={row.requirementId}>
            <span className={classes.head}>
              <span>
                <strong>{row.label}</strong>
                <span className={classes.need}>{row.priority}</span>
              </span>
              <span className={classes.days} data-open={isOpen && row.priority === 'must'}>
                {daysLine(row)}
              </span>
            </span>
            <DaysBar
              whole={row.neededDays}
              parts={row.parts.map(({ name, days, tone }) => ({ key: name, days, tone }))}
              isHoleShown
            />
            <span className={classes.who}>
              {row.parts.length === 0
                ? 'nobody yet'
                : row.parts.map(({ name, days }) => `${name} ${days}`).join(', ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
