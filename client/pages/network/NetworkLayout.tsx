import { paths } from '@cobid/domain/paths.ts';
import { useQuery } from '@tanstack/react-query';
import { NavLink, Outlet } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { requirePerson } from '../../api/load.ts';
import { useMe } from '../../api/me.ts';
import { lettersQuery } from '../../api/networkMail.ts';
import classes from './NetworkLayout.module.css';

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  return null;
}

/** The pages for those who run the network; an operator who does not run it sees some of them only. */
const tabs = [
  { label: 'Rules', to: paths.network(), isForOperators: true },
  { label: 'Who is seen', to: paths.networkExposure(), isForOperators: false },
  { label: 'Replay', to: paths.networkReplay(), isForOperators: false },
  { label: 'Learning', to: paths.networkLearning(), isForOperators: false },
  { label: 'Thin tenders', to: paths.networkThinTenders(), isForOperators: false },
  { label: 'Mail', to: paths.networkMail(), isForOperators: true },
  { label: 'Letters', to: paths.networkLetters(), isForOperators: true },
  { label: 'DNS', to: paths.networkDns(), isForOperators: true },
];

/** The frame of the network's pages: where one can go among them. Each page has its own heading. */
export function Component() {
  const { person } = useMe();
  const isCoordinator = person?.isCoordinator === true;
  const mayReadLetters = isCoordinator || person?.isOperator === true;
  const letters = useQuery({ ...lettersQuery, enabled: mayReadLetters }).data?.items.length ?? 0;
  return (
    <>
      <nav aria-label="Network" className={classes.tabs}>
        {tabs
          .filter(({ isForOperators }) => isCoordinator || isForOperators)
          .map(({ label, to }) => (
            <NavLink key={to} to={to} end className={classes.tab ?? ''}>
              {to === paths.networkLetters() && letters > 0 ? `${label} (${letters})` : label}
            </NavLink>
          ))}
      </nav>
      <Outlet />
    </>
  );
}
