import { ListSkeleton } from './ListSkeleton.tsx';
import classes from './Page.module.css';

/** Stands for a page that is still coming. */
export function PageSkeleton() {
  return (
    <div className={classes.page}>
      <p className="visuallyHidden">Loading …</p>
      <ListSkeleton rows={3} />
    </div>
  );
}
