import { isRouteErrorResponse, useRouteError } from 'react-router';
import { problemOf, readProblem } from '../api/problem.ts';
import type { ApiProblem } from '../api/problem.ts';
import { ProblemPage } from './ProblemPage.tsx';

function describe(error: unknown): ApiProblem {
  if (isRouteErrorResponse(error)) return readProblem(error.status, error.data, null);
  // A chunk that is gone: a newer version was put in place since this page was loaded, or the network is away.
  if (error instanceof TypeError && /import|module/i.test(error.message)) {
    const sentence = 'This page could not be loaded. Check your connection, then reload.';
    return { status: 0, reason: null, sentence, issues: [], requestId: null };
  }
  return problemOf(error);
}

/** Shown instead of a page whose loading or drawing failed; bare where the shell itself failed. */
export function RouteError({ isBare = false }: { isBare?: boolean }) {
  const error = useRouteError();
  const page = <ProblemPage problem={describe(error)} />;
  return isBare ? <main>{page}</main> : page;
}
