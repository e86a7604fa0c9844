import classes from './DaysBar.module.css';

const TONES = 5;

interface DaysBarProps {
  /** What the whole bar stands for. */
  whole: number;
  /** Stretches of it, in order; `tone` tells whose it is. */
  parts: readonly { key: string; days: number; tone: number }[];
  /** Hatches what no part takes up. */
  isHoleShown?: boolean;
}

/** Days as a bar for those who look; what it says stands beside it in words. */
export function DaysBar({ whole, parts, isHoleShown = false }: DaysBarProps) {
  const taken = parts.reduce((sum, { days }) => sum + days, 0);
  const full = Math.max(whole, taken, 0.5);
  return (
    <span className={classes.bar} aria-hidden>
      {parts.map(({ key, days, tone }) => (
        <span
          key={key}
          className={classes.part}
          data-tone={tone % TONES}
          style={{ width: `${(days / full) * 100}%` }}
        />
      ))}
      {isHoleShown && taken < whole && <span className={classes.open} />}
    </span>
  );
}
