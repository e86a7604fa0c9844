import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openMailbox } from '../mailbox.ts';
import { openChromium } from './chromium.ts';
import { journey } from './journey.ts';
import { keepSight, openPerson } from './person.ts';
import type { Person } from './person.ts';
import { signInByCode } from './signingIn.ts';
import { until } from './until.ts';

const zone = 'Europe/London';
const tender = 'Repairs app that tells tenants the truth';
const offered = 'Everyway Access would like to bid with you';

/** In the example network: a tender that takes four co-ops, of which there are several groups. */
describe('a consortium is put together', () => {
  let browser: Browser;
  let meiLing: Person;
  /** Whoever got one of the invitations, and has no time. */
  let decliner: Person | null = null;
  let room = '';
  const everybody = () => (decliner === null ? [meiLing] : [meiLing, decliner]);
  const step = journey(async () => {
    await Promise.all(everybody().map(keepSight));
  });
  const state = () =>
    meiLing.page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: 'musts' })
      .or(meiLing.page.getByRole('main').getByRole('status').filter({ hasText: 'every must' }));
  const says = (text: string) =>
    until(`the plan to say "${text}"`, async () => (await state().first().innerText()).includes(text));

  beforeAll(async () => {
    browser = await openChromium();
    meiLing = await openPerson(browser, {
      name: 'Mei-Ling Cheung',
      email: 'mei-ling@everyway-access.example',
      zone,
    });
  });
  afterEach(() => {
    for (const person of everybody()) person.hadNoTrouble();
  });
  afterAll(() => browser.close());

  step('a co-op sees why it fits, what it lacks, and what it would have matched', async () => {
    await meiLing.goTo('/sign-in');
    await signInByCode(meiLing);
    await meiLing.arrivesAt(/^Hello/);
    await meiLing.goTo('/opportunities/would-have-matched');
    await meiLing.arrivesAt('Would have matched');
    await meiLing.sees('What was missing most often');
    await meiLing.looks('would-have-matched');
    await meiLing.goTo('/opportunities');
    await meiLing.page.getByRole('link', { name: tender }).click();
    await meiLing.arrivesAt(tender);
    await meiLing.sees('How it fits your co-op');
    await meiLing.looks('tender-fit');
  });

  step('says yes, and is shown the smallest groups with their proof', async () => {
    const { page } = meiLing;
    await page.getByRole('radio', { name: /^Yes, we want to do this/ }).check();
    await page.getByRole('button', { name: 'Send this answer' }).click();
    await meiLing.sees(/Proved: with you among them it takes \d+ co-ops, never fewer/);
    await meiLing.looks('tender-groups');
    await page.getByRole('link', { name: 'Put a consortium together' }).click();
    await meiLing.arrivesAt('Put a consortium together');
    await says('every must is covered');
    await meiLing.looks('consortium-builder');
  });

  step('picks another group, swaps a co-op with the keyboard, takes one out and adds one', async () => {
    const { page } = meiLing;
    const groups = page.getByRole('list', { name: 'Suggested groups' }).getByRole('button');
    expect(await groups.count()).toBeGreaterThan(1);
    const articles = async () => (await page.getByRole('article').allInnerTexts()).join();
    const first = await articles();
    await groups.nth(1).focus();
    await page.keyboard.press('Enter');
    await until(
      'the second group to be picked',
      async () => (await groups.nth(1).getAttribute('aria-pressed')) === 'true',
    );
    await until('its co-ops', async () => (await articles()) !== first);
    await says('every must is covered');
    const swap = page
      .getByRole('button', { name: /^Swap / })
      .and(page.locator(':enabled'))
      .first();
    const before = await articles();
    await swap.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until('another co-op', async () => (await articles()) !== before);
    await page
      .getByRole('button', { name: /^Take out / })
      .first()
      .click();
    await says('still open');
    await meiLing.looks('consortium-builder-open');
    await page
      .getByRole('group', { name: 'Co-ops that would close what is open' })
      .getByRole('button')
      .first()
      .click();
    await says('every must is covered');
  });

  step('starts the bid, and is told how many mails that sends before it sends them', async () => {
    const { page } = meiLing;
    await page.getByRole('button', { name: 'Start the bid with these' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start the bid with these?' });
    const shares = dialog.getByLabel(/^Share of/);
    for (let at = 0; at < (await shares.count()); at += 1) await shares.nth(at).fill('6000');
    await dialog.getByLabel('A word to them').fill('We know these tenants; come and build it with us.');
    const mails = await shares.count();
    await dialog.getByText(/^This will mail \d+ (person|people)\.$/).waitFor();
    await meiLing.looks('consortium-start');
    await dialog.getByRole('button', { name: `Start and mail ${mails} co-ops` }).click();
    await page.getByRole('tab', { name: '1. Who does what' }).waitFor();
    await meiLing.sees('Waiting for an answer');
    room = new URL(page.url()).pathname;
    const subjects = await until('an invitation for each', async () => {
      const all = await openMailbox(process.env['INBOX_URL'] ?? '').messages();
      const found = all.filter(({ subject }) => subject.includes(offered));
      return new Set(found.map(({ text }) => text)).size >= mails ? found : null;
    });
    decliner = await openPerson(browser, {
      name: 'Decliner',
      email: subjects[0]?.to[0] ?? '',
      zone,
      isOnPhone: true,
    });
  });

  step('one of them declines, and the lead is shown who could take the seat', async () => {
    if (decliner === null) throw new Error('nobody was invited');
    await decliner.follows(await decliner.mail(offered), 'Read the offer and answer');
    await decliner.arrivesAt('Everyway Access offers you a seat');
    await decliner.page.getByRole('button', { name: 'Decline' }).click();
    const dialog = decliner.page.getByRole('dialog', { name: 'Decline this seat?' });
    await dialog.getByLabel('Why?').fill('We are full until spring.');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await decliner.sees('This invitation is over');
    await meiLing.goTo(`${room}?tab=consortium`);
    await meiLing.sees('Who could take the open seat');
    await meiLing.sees('Not covered yet');
    await meiLing.looks('bid-open-seat');
  });

  step('invites a replacement from there', async () => {
    const { page } = meiLing;
    await page
      .getByRole('region', { name: /^Who could take the seat for/ })
      .getByRole('button', { name: /^Invite / })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'Invite a co-op to this seat' });
    await until(
      'the co-op to be chosen',
      async () => (await dialog.getByRole('combobox', { name: 'Co-op' }).inputValue()) !== '',
    );
    await dialog.getByLabel('Their share').fill('6500');
    await meiLing.looks('bid-invite-replacement');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: /^Who could take the seat for/ }).waitFor({ state: 'detached' });
  });
});
