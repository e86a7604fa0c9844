import type { Page, Request } from 'playwright-core';

/** What goes wrong behind a page: errors in the console, requests that fail or are refused. */
export interface Troubles {
  /** Begins to watch a tab. */
  watch(page: Page): void;
  /** Says that the story itself makes requests to such paths end with this status. */
  expect(status: number, path: RegExp): void;
  /** What went wrong since the last call, but what was expected. */
  take(): string[];
  /** True while no request is under way. */
  isQuiet(): boolean;
}

/** Watches the tabs of one browser context. */
export function watchTroubles(): Troubles {
  const expected: { status: number; path: RegExp }[] = [];
  const underway = new Set<Request>();
  let found: string[] = [];

  function watch(page: Page) {
    page.on('request', (request) => underway.add(request));
    page.on('requestfinished', (request) => underway.delete(request));
    page.on('requestfailed', (request) => {
      underway.delete(request);
      const why = request.failure()?.errorText ?? '';
      // A page that is left, or a query that nobody needs any more, aborts what it asked for.
      if (why !== 'net::ERR_ABORTED') found.push(`${request.method()} ${request.url()}: ${why}`);
    });
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      const status = response.status();
      if (status < 400 || expected.some((each) => each.status === status && each.path.test(pathname))) return;
      found.push(`${response.request().method()} ${pathname}: ${status}`);
    });
    page.on('pageerror', (error) => found.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      // Refused requests are told by their response, which knows more.
      if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
      found.push(`console: ${message.text()}`);
    });
    page.on('close', () => underway.clear());
  }

  return {
    watch,
    expect: (status, path) => void expected.push({ status, path }),
    take() {
      const taken = found;
      found = [];
      return taken;
    },
    isQuiet: () => underway.size === 0,
  };
}
