import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { Message } from '@cobid/embedded/inbox/message.ts';
import { allCollections } from '@cobid/platform/mongo/models.ts';

/** Pages that a browser has opened already: whichever mail leads there, they do the same. */
const seen = new Set<string>();
let browser: Browser | null = null;
let page: Page | null = null;

/**
 * Opens every link of these mails as scanners and previews do: HEAD and GET, and, where `OPEN_LINKS_IN` says "chromium",
 * in a browser that runs what the page brings along and clicks nothing. Throws where that changed anything at all in the
 * database, sessions and tokens included, or where the server failed. `url` is where the API is, whatever the links say.
 */
export async function openLinks(url: string, mails: readonly Message[]): Promise<void> {
  const before = await contentOfDatabase();
  for (const mail of mails) {
    for (const link of linksOf(mail)) {
      const { pathname, search } = new URL(link);
      const here = `${url}${pathname}${search}`;
      for (const method of ['HEAD', 'GET']) {
        const reply = await fetch(here, { method, redirect: 'manual' });
        await reply.arrayBuffer();
        if (reply.status >= 500) throw new Error(`${method} ${pathname} in ${mail.subject}: ${reply.status}`);
      }
      if (process.env['OPEN_LINKS_IN'] === 'chromium') await openInBrowser(here);
    }
  }
  const after = await contentOfDatabase();
  const changed = [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
  if (changed.length > 0) {
    throw new Error(
      `opening links of "${mails.map(({ subject }) => subject).join()}" changed ${changed.join()}`,
    );
  }
}

/** Ends the browser, if there is one. */
export async function closeLinkBrowser(): Promise<void> {
  await browser?.close();
  browser = page = null;
}

/** Those in the text and the HTML, and where one click unsubscribes. */
function linksOf({ links, headers }: Message): string[] {
  const oneClick = /<(https?:[^>]+)>/.exec(headers['list-unsubscribe'] ?? '')?.[1];
  return [...new Set(oneClick === undefined ? links : [...links, oneClick])];
}

async function openInBrowser(link: string): Promise<void> {
  const { pathname, search } = new URL(link);
  const place = `${pathname.replace(/[\w-]{24,}/g, '…')}${search}`;
  if (seen.has(place)) return;
  seen.add(place);
  page ??= await openPage();
  const reply = await page.goto(link, { waitUntil: 'networkidle' });
  if (reply?.ok() !== true) throw new Error(`${place}: ${reply?.status()}`);
  if (pathname.startsWith('/api/')) return;
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function openPage(): Promise<Page> {
  const { openChromium } = await import('./e2e/chromium.ts');
  browser = await openChromium();
  return browser.newPage();
}

/** A hash of all documents of each collection, in the order of their ids. */
async function contentOfDatabase(): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const collection of allCollections) {
    const documents = await findAll(collection);
    hashes.set(
      collection.name,
      createHash('sha256')
        .update(documents.toSorted((a, b) => a.localeCompare(b)).join('\n'))
        .digest('hex'),
    );
  }
  return hashes;
}

async function findAll(collection: { find(filter: object): Promise<object[]> }): Promise<string[]> {
  return (await collection.find({})).map((document) => JSON.stringify(document));
}
