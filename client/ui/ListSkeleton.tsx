import classes from './ListSkeleton.module.css';

/** Stands for a list whose rows are still coming. */
export function ListSkeleton({ rows = 4, height = 120 }: { rows?: number; height?: number }) {
  return (
    <div className={classes.list} aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row} style={{ height }} />
      ))}
    </div>
  );
}
