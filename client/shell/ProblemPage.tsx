import { Button } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { Link, useLocation } from 'react-router';
import { useMe } from '../api/me.ts';
import type { ApiProblem } from '../api/problem.ts';
import { Page } from '../ui/Page.tsx';
import classes from './ProblemPage.module.css';

function titleOf(problem: ApiProblem): string {
  if (problem.status === 0) return 'No connection';
  if (problem.status === 401) return 'Please sign in';
  if (problem.reason === 'deadline_not_passed') return 'Not yet';
  if (problem.status === 403) return 'Not with this organisation';
  if (problem.status === 404) return 'Nothing here';
  if (problem.status === 429) return 'A little slower, please';
  return 'That did not work';
}

/** A whole page that says what is the matter and what to do next. */
export function ProblemPage({ problem }: { problem: ApiProblem }) {
  const location = useLocation();
  const here = location.pathname + location.search;
  const isVisitor = useMe().person === null;
  const mayHelpToSignIn = problem.status === 401 || (problem.status === 404 && isVisitor);
  const mayHelpToRetry = problem.status === 0 || problem.status === 429 || problem.status >= 500;
  return (
    <Page title={titleOf(problem)} width="narrow">
      <p className={classes.sentence}>{problem.sentence}</p>
      <div className={classes.actions}>
        {mayHelpToRetry && <Button onClick={() => globalThis.location.reload()}>Try again</Button>}
        {mayHelpToSignIn && (
          <Button
            component={Link}
            to={paths.signIn(here)}
            variant={problem.status === 401 ? 'filled' : 'default'}
          >
            Sign in
          </Button>
        )}
        {problem.status === 403 && problem.reason !== 'deadline_not_passed' && (
          <Button component={Link} to={paths.newOrganisation()} variant="default">
            Create an organisation
          </Button>
        )}
        <Button component={Link} to={paths.front()} variant="default">
          Go to the front page
        </Button>
      </div>
      {problem.requestId !== null && (
        <p className={classes.number}>
          If you report this, please give the number <code>{problem.requestId}</code>.
        </p>
      )}
    </Page>
  );
}
