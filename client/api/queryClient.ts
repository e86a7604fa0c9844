import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';

/** What the server refused it will refuse again; only a lost connection or a resting server is worth another try. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  const { status } = problemOf(error);
  return failures < 2 && (status === 0 || status === 502 || status === 503 || status === 504);
}

/** A session that has ended, or an organisation that one was removed from: who I am is asked anew. */
function askWhoIAm(error: unknown) {
  const { status, reason } = problemOf(error);
  const isOutdated = status === 401 || reason === 'needs_organisation' || reason === 'needs_member';
  if (isOutdated) void queryClient.invalidateQueries({ queryKey: ['me'] });
}

/** The one cache: loaders fill it, pages read it, mutations refresh it. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askWhoIAm }),
  mutationCache: new MutationCache({ onError: askWhoIAm }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: isWorthRetrying, retryDelay: 700, throwOnError: false },
    // Offline is told at once instead of being waited for.
    mutations: { retry: false, networkMode: 'always' },
  },
});
