import { Button } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { IconMenu2, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { useMe } from '../api/me.ts';
import { Mark } from './Mark.tsx';
import { navigation } from './navigation.ts';
import classes from './Header.module.css';

const AccountMenu = lazy(() =>
  import('./AccountMenu.tsx').then((module) => ({ default: module.AccountMenu })),
);

/** Where one can go, and whom one acts for. On a phone the links fold into a menu; the organisation stays in sight. */
export function Header() {
  const me = useMe();
  const { pathname, search } = useLocation();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => setIsOpen(false), [pathname, search]);
  const burger = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setIsOpen(false);
      burger.current?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [isOpen]);
  const isVisitor = me.person === null;
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <Link to={isVisitor ? paths.front() : paths.home()} className={classes.brand}>
          <Mark />
        </Link>
        <nav id="navigation" aria-label="Main" className={classes.nav} data-open={isOpen}>
          {navigation(me).map((item) => (
            <NavLink key={item.to} to={item.to} className={classes.link ?? ''} end={item.to === paths.home()}>
              {item.label}
            </NavLink>
          ))}
          {isVisitor && (
            <NavLink to={paths.newTender()} className={`${classes.link} ${classes.onlyFolded}`}>
              Post a tender
            </NavLink>
          )}
        </nav>
        <div className={classes.side}>
          {isVisitor ? (
            <>
              <Button component={Link} to={paths.signIn()} variant="subtle" size="sm">
                Sign in
              </Button>
              <Button component={Link} to={paths.newTender()} size="sm" className={classes.onlyWide}>
                Post a tender
              </Button>
            </>
          ) : (
            <Suspense fallback={<span className={classes.accountSpace} />}>
              <AccountMenu me={me} />
            </Suspense>
          )}
          <button
            ref={burger}
            type="button"
            className={classes.burger}
            aria-label="Menu"
            aria-expanded={isOpen}
            aria-controls="navigation"
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? <IconX aria-hidden /> : <IconMenu2 aria-hidden />}
          </button>
        </div>
      </div>
    </header>
  );
}
