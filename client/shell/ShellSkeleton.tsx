import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { Mark } from './Mark.tsx';
import classes from './Header.module.css';

/** What stands there until the first page has arrived. */
export function ShellSkeleton() {
  return (
    <div>
      <div className={classes.header}>
        <div className={classes.bar}>
          <Mark />
        </div>
      </div>
      <main>
        <PageSkeleton />
      </main>
    </div>
  );
}
