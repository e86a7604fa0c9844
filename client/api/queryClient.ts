import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';

/** What the server refused it will refuse again; only a lost connection or a resting server is worth another try. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  const { status } = problemOf(error);
  return failures < 2 && (status === 0 || status === 502 || status === 503 || status === 504);
}

/** The one cache: loaders fill it, pages read it, mutations refresh it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: isWorthRetrying, retryDelay: 700, throwOnError: false },
    // Offline is told at once instead of being waited for.
    mutations: { retry: false, networkMode: 'always' },
  },
});
