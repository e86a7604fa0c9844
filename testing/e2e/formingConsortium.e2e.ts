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
  let danny: Person;
  /** Whoever got one of the invitations, and has no time. */
  let decliner: Person | null = null;
  let room = '';
  const everybody = () => (decliner === null ? [danny] : [danny, decliner]);
  const step = journey(async () => {
    await Promise.all(everybody().map(keepSight));
  });
  const state = () =>
    danny.page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: 'musts' })
      .or(danny.page.getByRole('main').getByRole('status').filter({ hasText: 'every must' }));
  const says = (text: string) =>
    until(`the plan to say "${text}"`, async () => (await state().first().innerText()).includes(text));

  beforeAll(async () => {
    browser = await openChromium();
    danny = await openPerson(browser, {
      name: 'Danny Hargreaves',
      email: 'danny@everyway-access.example',
      zone,
    });
  });
  afterEach(() => {
    for (const person of everybody()) person.hadNoTrouble();
  });
  afterAll(() => browser.close());

  step('a co-op sees why it fits, what it lacks, and what it would have matched', async () => {
    await danny.goTo('/sign-in');
    await signInByCode(danny);
    await danny.arrivesAt(/^Hello/);
    await danny.goTo('/opportunities/would-have-matched');
    await danny.arrivesAt('Would have matched');
    await danny.sees('What was missing most often');
    await danny.looks('would-have-matched');
    await danny.goTo('/opportunities');
    await danny.page.getByRole('link', { name: tender }).click();
    await danny.arrivesAt(tender);
    await danny.sees('How it fits your co-op');
    await danny.looks('tender-fit');
  });

  step('says yes, and is shown the smallest groups with their proof', async () => {
    const { page } = danny;
    await page.getByRole('radio', { name: /^Yes, we want to do this/ }).check();
    await page.getByRole('button', { name: 'Send this answer' }).click();
    await danny.sees(/Proved: with you among them it takes \d+ co-ops, never fewer/);
    await danny.looks('tender-groups');
    await page.getByRole('link', { name: 'Put a consortium together' }).click();
    await danny.arrivesAt('Put a consortium together');
    await says('every must is covered');
    await danny.looks('consortium-builder');
  });

  step('picks another group, swaps a co-op with the keyboard, takes one out and adds one', async () => {
    const { page } = danny;
    const groups = page.getByRole('list', { name: 'Suggested groups' }).getByRole('button');
    expect(await groups.count()).toBeGreaterThan(1);
    await groups.nth(1).focus();
    await page.keyboard.press('Enter');
    await until(
      'the second group to be picked',
      async () => (await groups.nth(1).getAttribute('aria-pressed')) === 'true',
    );
    await says('every must is covered');
    const swap = page
      .getByRole('button', { name: /^Swap / })
      .and(page.locator(':enabled'))
      .first();
    const before = await page.getByRole('article').allInnerTexts();
    await swap.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(
      'another co-op',
      async () => (await page.getByRole('article').allInnerTexts()).join() !== before.join(),
    );
    await page
      .getByRole('button', { name: /^Take out / })
      .first()
      .click();
    await says('still open');
    await danny.looks('consortium-builder-open');
    await page
      .getByRole('group', { name: 'Co-ops that would close what is open' })
      .getByRole('button')
      .first()
      .click();
    await says('every must is covered');
  });

  step('starts the bid, and is told how many mails that sends before it sends them', async () => {
    const { page } = danny;
    await page.getByRole('button', { name: 'Start the bid with these' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start the bid with these?' });
    const shares = dialog.getByLabel(/^Share of/);
    for (let at = 0; at < (await shares.count()); at += 1) await shares.nth(at).fill('6000');
    await dialog.getByLabel('A word to them').fill('We know these tenants; come and build it with us.');
    const mails = await shares.count();
    await dialog.getByText(`This will mail ${mails} co-ops:`).waitFor();
    await danny.looks('consortium-start');
    await dialog.getByRole('button', { name: `Start and mail ${mails} co-ops` }).click();
    await page.getByRole('tab', { name: '1. Who does what' }).waitFor();
    await danny.sees('Waiting for an answer');
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
    await danny.goTo(`${room}?tab=consortium`);
    await danny.sees('Who could take the open seat');
    await danny.sees('Not covered yet');
    await danny.looks('bid-open-seat');
  });

  step('invites a replacement from there', async () => {
    const { page } = danny;
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
    await danny.looks('bid-invite-replacement');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: /^Who could take the seat for/ }).waitFor({ state: 'detached' });
  });
});
