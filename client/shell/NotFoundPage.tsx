import { readProblem } from '../api/problem.ts';
import { ProblemPage } from './ProblemPage.tsx';

/** For addresses that no page has. */
export function Component() {
  return <ProblemPage problem={readProblem(404, null, null)} />;
}
