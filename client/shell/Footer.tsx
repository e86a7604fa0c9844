import { paths } from '@cobid/domain/paths.ts';
import { Link } from 'react-router';
import { Mark } from './Mark.tsx';
import classes from './Footer.module.css';

/** The end of every page. */
export function Footer() {
  return (
    <footer className={classes.footer}>
      <div className={classes.inner}>
        <div>
          <Mark />
          <p className={classes.line}>Co-ops that bid together. Free software, run by those who use it.</p>
        </div>
        <nav aria-label="Footer" className={classes.links}>
          <Link to={paths.tenders()}>Open tenders</Link>
          <Link to={paths.coops()}>Directory of co-ops</Link>
          <Link to={paths.newTender()}>Post a tender</Link>
          <Link to={paths.privacy()}>Privacy</Link>
          <a href="/api/docs">API</a>
        </nav>
      </div>
    </footer>
  );
}
