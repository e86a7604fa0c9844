import { join } from 'node:path';
import type { Message } from '@cobid/embedded/inbox/message.ts';
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openMailbox } from '../mailbox.ts';
import { look } from './look.ts';
import { watchTroubles } from './troubles.ts';
import { until } from './until.ts';

/** Mails that have been read, also by the same person on another device. */
const read = new Set<string>();

const PATIENCE_MS = 20_000;
const MAIL_PATIENCE_MS = 45_000;

export interface PersonOptions {
  name: string;
  email: string;
  /** The zone of the person's device. */
  zone?: string;
  isOnPhone?: boolean;
}

/** Somebody with a browser of their own and a mailbox. */
export interface Person {
  name: string;
  email: string;
  /** The tab in front. */
  readonly page: Page;
  /** Types an address of Cobid. */
  goTo(path: string): Promise<void>;
  /** Waits until the page says this. */
  sees(text: string | RegExp): Promise<void>;
  /** Waits for the heading of a page. */
  arrivesAt(heading: string | RegExp): Promise<void>;
  /** Asks the API with the person's cookie, past all pages. */
  asks(path: string): Promise<{ status: number; body: unknown }>;
  /** Waits for a mail whose subject holds this and that was not read before. */
  mail(subject: string): Promise<Message>;
  /** How many mails whose subject holds this have come. */
  mailCount(subject: string): Promise<number>;
  /** Opens a mail in a new tab, which is in front from then on. */
  opens(mail: Message): Promise<void>;
  /** Opens a mail in a new tab and clicks a link in it; the new tab is in front from then on. */
  follows(mail: Message, link: string | RegExp, lookAs?: string): Promise<void>;
  /** The same page in a second tab, which comes to the front; gives the first one. */
  opensSecondTab(): Promise<Page>;
  /** Writes pictures of the page and checks it with axe. */
  looks(as: string): Promise<void>;
  /** Says that the story makes such requests fail. */
  expects(status: number, path: RegExp): void;
  /** Fails if a page looked at was not accessible, or something went wrong behind one. */
  hadNoTrouble(): void;
  leaves(): Promise<void>;
}

/** Opens a browser context for somebody, signed out. */
export async function openPerson(
  browser: Browser,
  { name, email, zone = 'Europe/Madrid', isOnPhone = false }: PersonOptions,
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: address(),
    timezoneId: zone,
    locale: 'en-GB',
    // Half-faded text can't be checked, and painting it takes long without a GPU.
    reducedMotion: 'reduce',
    viewport: isOnPhone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const troubles = watchTroubles();
  const mailbox = openMailbox(inbox());
  const found: string[] = [];
  context.on('page', (page) => troubles.watch(page));
  let page = await context.newPage();

  async function looks(as: string) {
    found.push(...(await look(page, as, troubles.isQuiet)));
  }

  async function opens(mail: Message) {
    const before = page;
    page = await context.newPage();
    await before.close();
    await page.setContent(mail.html);
  }

  return {
    name,
    email,
    get page() {
      return page;
    },
    goTo: async (path) => void (await page.goto(path)),
    sees: (text) => page.getByRole('main').filter({ hasText: text }).waitFor(),
    arrivesAt: (heading) => page.getByRole('heading', { level: 1, name: heading }).waitFor(),
    async asks(path) {
      const reply = await context.request.get(path);
      const text = await reply.text();
      const body: unknown = text === '' ? null : JSON.parse(text);
      return { status: reply.status(), body };
    },
    mail: (subject) =>
      until(
        `a mail about "${subject}" for ${email}`,
        async () => {
          const all = await mailbox.messages({ to: email });
          const mail = all.find((each) => each.subject.includes(subject) && !read.has(each.id));
          if (mail === undefined) return null;
          read.add(mail.id);
          return mail;
        },
        MAIL_PATIENCE_MS,
      ),
    async mailCount(subject) {
      const all = await mailbox.messages({ to: email });
      return all.filter((each) => each.subject.includes(subject)).length;
    },
    opens,
    async follows(mail, link, lookAs) {
      await opens(mail);
      if (lookAs !== undefined) await looks(lookAs);
      await page.getByRole('link', { name: link }).first().click();
      await page.waitForURL((url) => url.protocol.startsWith('http'));
    },
    async opensSecondTab() {
      const first = page;
      page = await context.newPage();
      await page.goto(first.url());
      return first;
    },
    looks,
    expects: troubles.expect,
    hadNoTrouble: () => expect([...found.splice(0), ...troubles.take()]).toEqual([]),
    leaves: () => context.close(),
  };
}

/** Keeps what somebody sees, for whoever reads why a step failed. */
export async function keepSight(person: Person): Promise<void> {
  const file = `failed-${person.name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.png`;
  const path = join(import.meta.dirname, '../../screenshots', file);
  await person.page.screenshot({ path, fullPage: true }).catch(() => undefined);
}

function address(): string {
  return named('COBID_URL');
}

function inbox(): string {
  return named('INBOX_URL');
}

function named(variable: 'COBID_URL' | 'INBOX_URL'): string {
  const value = process.env[variable];
  if (value === undefined || value === '')
    throw new Error(`Run this by "npm run e2e": ${variable} is not set.`);
  return value;
}
