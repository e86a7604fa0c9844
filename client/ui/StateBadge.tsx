import classes from './StateBadge.module.css';

export type Tone = 'open' | 'waiting' | 'good' | 'over' | 'bad';

/** A state in one word, with a shape besides its colour. */
export function StateBadge({ label, tone }: { label: string; tone: Tone }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {label}
    </span>
  );
}
