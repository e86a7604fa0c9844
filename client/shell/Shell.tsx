import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { ToastHost } from '../ui/ToastHost.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { RouteFocus } from './RouteFocus.tsx';
import classes from './Shell.module.css';

/** What surrounds every page: skip link, header, main, footer, and the notices that come and go. */
export function Shell() {
  const isGoing = useNavigation().state !== 'idle';
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      <div className={classes.progress} data-going={isGoing} aria-hidden />
      <Header />
      <main id="main" tabIndex={-1} className={classes.main} aria-busy={isGoing}>
        <Outlet />
      </main>
      <Footer />
      <RouteFocus />
      <ToastHost />
      <ScrollRestoration />
    </div>
  );
}
