import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openMailbox } from '../mailbox.ts';
import { openChromium } from './chromium.ts';
import { dayAhead, localTime, minutesAhead } from './clock.ts';
import { choose } from './fields.ts';
import { journey } from './journey.ts';
import { openMenu } from './menu.ts';
import { createOrganisation, isSaved } from './organisations.ts';
import { keepSight, openPerson } from './person.ts';
import type { Person } from './person.ts';
import { signInByCode } from './signingIn.ts';
import { setDates } from './tender.ts';
import { until } from './until.ts';

const zone = 'Europe/London';
const title = 'Repairs app, the second call';
/** Hears of tenders at once, and has no quiet hours: those of others hold back what the journey waits for. */
const readerAtAnyHour = { name: 'Carme Esteve', email: 'carme@almena-disseny.example' };

async function isIn(person: Person): Promise<void> {
  await person.goTo('/sign-in');
  await signInByCode(person);
  await person.arrivesAt(/^Hello/);
}

/** In the example network, with those who can sign in to it. */
describe('smaller things on the way', () => {
  let browser: Browser;
  let visitor: Person;
  /** Posts a tender. */
  let janet: Person;
  /** Belongs to a co-op, and signs in on two devices. */
  let ana: Person;
  let anaElsewhere: Person;
  /** Leads a bid that Danny's co-op is part of. */
  let niamh: Person;
  let danny: Person;
  /** Whoever gets a mail about Janet's tender. */
  let reader: Person;
  let deadline: Date;
  const everybody = () => [visitor, janet, ana, anaElsewhere, niamh, danny];
  const step = journey(async () => {
    await Promise.all(everybody().map(keepSight));
  });

  beforeAll(async () => {
    browser = await openChromium();
    const open = (name: string, email: string) => openPerson(browser, { name, email, zone });
    [visitor, janet, ana, anaElsewhere, niamh, danny] = await Promise.all([
      open('Visitor', 'nobody@example.org'),
      open('Janet Braithwaite', 'janet@calder-vale-homes.example'),
      open('Ana Ferreyra', 'ana@rio-digital.example'),
      open('Ana elsewhere', 'ana@rio-digital.example'),
      open('Niamh Okafor', 'niamh@tidewater-systems.example'),
      open('Danny Hargreaves', 'danny@everyway-access.example'),
    ]);
  });
  afterEach(() => {
    for (const person of everybody()) person.hadNoTrouble();
  });
  afterAll(() => browser.close());

  step('a client copies a tender and holds its publishing open until the deadline passes', async () => {
    await isIn(janet);
    await janet.looks('home-client-busy');
    await janet.goTo('/my-tenders');
    await janet.page.getByRole('link', { name: 'Repairs app that tells tenants the truth' }).click();
    await janet.page.getByRole('button', { name: 'Copy into a new draft' }).click();
    const { page } = janet;
    await page.getByRole('tab', { name: 'Write' }).waitFor();
    await page.getByLabel('Title').fill(title);
    deadline = minutesAhead(1.5);
    await setDates(janet, zone, deadline);
    await isSaved(janet, 'Saved as your draft');
    await page.getByRole('button', { name: 'Publish …' }).click();
    await page.getByRole('dialog', { name: 'Publish this tender?' }).waitFor();
  });

  step('a visitor searches the tenders and the co-ops', async () => {
    const { page } = visitor;
    await visitor.goTo('/tenders');
    await visitor.arrivesAt('Tenders');
    await visitor.looks('tenders');
    await page.getByLabel('Search').fill('Decidim');
    await page
      .getByRole('status')
      .filter({ hasText: /^1 tender$/ })
      .waitFor();
    await page.getByLabel('Search').fill('a word that no tender has');
    await visitor.sees('No tender fits');
    await page.getByRole('button', { name: 'Show all tenders' }).click();
    await page.getByRole('main').getByRole('article').first().waitFor();
    await page.getByRole('link', { name: 'Co-ops', exact: true }).click();
    await visitor.arrivesAt('Co-ops');
    await visitor.looks('coops');
    const skill = page.getByRole('search').getByRole('textbox', { name: 'Skill' });
    await skill.fill('Accessibility audit');
    await page.getByRole('option', { name: 'Accessibility audit', exact: true }).click();
    const country = page.getByRole('combobox', { name: 'Country' });
    await choose(page, country, 'United Kingdom');
    await page.waitForURL(/skill=.*country=GB/);
    await page.getByRole('link', { name: 'Everyway Access' }).click();
    await visitor.arrivesAt('Everyway Access');
    await visitor.looks('coop');
    await page.goBack();
    await visitor.arrivesAt('Co-ops');
    await until('the country to be as it was', async () => (await country.inputValue()) === 'United Kingdom');
  });

  step('an address that leads nowhere says so', async () => {
    await visitor.goTo('/a/way/that/leads/nowhere');
    await visitor.arrivesAt('Nothing here');
    await visitor.looks('not-found');
    visitor.expects(404, /^\/api\/tenders\/\w+$/);
    await visitor.goTo('/tenders/000000000000000000000000');
    await visitor.arrivesAt('Nothing here');
    await visitor.goTo('/privacy');
    await visitor.arrivesAt('Privacy');
    await visitor.looks('privacy');
    await visitor.goTo('/home');
    await visitor.arrivesAt('Sign in or join');
  });

  step('one profile in two places: the second is told that it is behind', async () => {
    await isIn(ana);
    await isIn(anaElsewhere);
    await Promise.all([ana.goTo('/profile'), anaElsewhere.goTo('/profile')]);
    await Promise.all([ana.arrivesAt('Skill profile'), anaElsewhere.arrivesAt('Skill profile')]);
    await ana.page.getByRole('switch', { name: /^Pause/ }).check();
    await isSaved(ana, 'Saved');
    anaElsewhere.expects(409, /^\/api\/profile$/);
    await anaElsewhere.page.getByRole('switch', { name: 'We work remotely' }).click();
    await anaElsewhere.sees('Somebody else changed this while you were writing');
    await anaElsewhere.looks('profile-stale');
    await anaElsewhere.page.getByRole('button', { name: 'Show theirs' }).click();
    const pause = anaElsewhere.page.getByRole('switch', { name: /^Pause/ });
    await until('the other device to show the pause', () => pause.isChecked());
    await pause.uncheck();
    await isSaved(anaElsewhere, 'Saved');
  });

  step('a session on another device is seen and ended', async () => {
    const { page } = ana;
    await ana.goTo('/account');
    await ana.arrivesAt('Your account');
    await ana.looks('account');
    await page.getByRole('button', { name: /^Sign out Chrome/ }).click();
    await page.getByRole('status').filter({ hasText: 'is signed out' }).waitFor();
    await anaElsewhere.goTo('/account');
    await anaElsewhere.arrivesAt('Sign in or join');
  });

  step('a person reads a digest and says what they want by mail', async () => {
    const mail = await ana.mail('for you');
    await ana.opens(mail);
    await ana.looks('mail-digest');
    await ana.follows(mail, 'Change which tenders you hear of');
    await ana.arrivesAt('What you get by mail');
    await ana.sees('You get a daily mail at 9:00 (Buenos Aires)');
    await ana.looks('mail-settings');
    const { page } = ana;
    await page.getByRole('radio', { name: 'Once a week' }).check();
    await choose(page, page.getByRole('combobox', { name: 'On', exact: true }), 'Thursday');
    await ana.sees('You get a weekly mail on Thursday at 9:00 (Buenos Aires)');
    await isSaved(ana, 'Saved');
    await page.getByRole('checkbox', { name: 'Thursday' }).uncheck();
    await ana.sees('you get no mails on a Thursday');
    await ana.looks('mail-settings-wrong');
    await page.getByRole('checkbox', { name: 'Thursday' }).check();
    await page.getByRole('button', { name: 'One week' }).click();
    await ana.sees('You have a pause until');
    await isSaved(ana, 'Saved');
    await ana.looks('mail-settings-paused');
    await page.getByRole('button', { name: 'Undo my changes' }).click();
    await ana.sees('You get a daily mail at 9:00 (Buenos Aires)');
    await isSaved(ana, 'Saved');
    await page.getByRole('link', { name: 'Mails that you got' }).click();
    await ana.arrivesAt('Your mails');
    await ana.sees('Your digest');
    await ana.looks('own-mails');
  });

  step('a person acts for another organisation, and for the first one again', async () => {
    await openMenu(ana, 'New organisation');
    await ana.page.getByRole('radio', { name: /^A client/ }).check();
    await createOrganisation(ana, {
      name: 'Fondo del Río',
      country: 'Argentina',
      city: 'Rosario',
      about: 'Pays for what a dozen neighbourhood groups need.',
    });
    await ana.arrivesAt('Post a tender');
    await ana.looks('tender-new');
    await openMenu(ana, 'Río Digital');
    await ana.arrivesAt('Hello, Ana');
    await ana.sees('You act for Río Digital.');
    await ana.page.getByRole('link', { name: 'Opportunities', exact: true }).click();
    await ana.arrivesAt('Opportunities');
  });

  step('a co-op declines a seat with a reason, which the lead reads', async () => {
    await isIn(danny);
    await danny.looks('home-coop-busy');
    const offer = danny.page.getByRole('listitem').filter({ hasText: 'Invitation' }).first();
    await offer.getByRole('link').click();
    await danny.arrivesAt(/offers you a seat$/);
    await danny.looks('invitation');
    await danny.page.getByRole('button', { name: 'Decline' }).click();
    const dialog = danny.page.getByRole('dialog', { name: 'Decline this seat?' });
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await dialog.filter({ hasText: 'Please give a reason.' }).waitFor();
    await dialog.getByLabel('Why?').fill('All four of us are on another job until spring.');
    await danny.looks('invitation-decline');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await danny.sees('This invitation is over');
    await until('the lead to get the reason', async () => {
      const mails = await openMailbox(process.env['INBOX_URL'] ?? '').messages();
      return mails.some(({ text }) => text.includes('All four of us are on another job'));
    });
  });

  step('a lead withdraws its bid, and the members hear of it', async () => {
    await isIn(niamh);
    await niamh.goTo('/bids');
    await niamh.arrivesAt('Bids');
    const bid = niamh.page.getByRole('article').filter({ hasText: 'being signed' }).first();
    await bid.getByRole('link').click();
    await niamh.page.getByRole('tab', { name: '4. Sign and submit' }).click();
    await niamh.page.getByRole('button', { name: 'Withdraw the bid' }).click();
    await niamh.looks('bid-withdraw');
    await niamh.page.getByRole('dialog').getByRole('button', { name: 'Withdraw the bid' }).click();
    await niamh.sees('This bid was withdrawn');
    await niamh.looks('bid-withdrawn');
    const mail = await danny.mail('Bid withdrawn');
    await danny.follows(mail, 'Look at the bid', 'mail-bid-withdrawn');
    await danny.sees('This bid was withdrawn');
  });

  step(
    'the deadline that passed in the meantime is refused in words, and set right',
    async () => {
      const { page } = janet;
      await until('the deadline', async () => new Date() >= deadline, 4 * 60_000);
      janet.expects(422, /^\/api\/tenders\/\w+\/publish$/);
      const dialog = page.getByRole('dialog', { name: 'Publish this tender?' });
      await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
      await dialog.filter({ hasText: 'The deadline has passed. Move it to a later time' }).waitFor();
      await janet.looks('tender-publish-too-late');
      await dialog.getByRole('button', { name: 'Not now' }).click();
      // Within 72 hours, so that those who want to hear at once do.
      const later = new Date(`${dayAhead(2)}T12:00:00Z`);
      await page.getByLabel('Questions until').fill(localTime(new Date(`${dayAhead(1)}T12:00:00Z`), zone));
      await page.getByLabel('Deadline for bids').fill(localTime(later, zone));
      await isSaved(janet, 'Saved as your draft');
      await page.getByRole('button', { name: 'Publish …' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
      await janet.sees('Bids stay sealed, for you too, until the deadline.');
    },
    5 * 60_000,
  );

  step('whoever gets a mail about it can say no, and why', async () => {
    reader = await openPerson(browser, { ...readerAtAnyHour, zone: 'Europe/Madrid', isOnPhone: true });
    const mail = await reader.mail(`A fit for Almena Disseny: ${title}`);
    await reader.follows(mail, 'No, this is not for us');
    await choose(reader.page, reader.page.getByRole('combobox', { name: 'Why not?' }), 'We have no time');
    await reader.looks('answer-no');
    await reader.page.getByRole('button', { name: 'Send this answer' }).click();
    await reader.sees('You said no. Thank you.');
    await reader.follows(mail, 'Yes, we want to do this');
    await reader.sees('This link has been used');
    await reader.looks('answer-used');
  });

  step('stops such mails by the link, and takes that back', async () => {
    const mails = await openMailbox(process.env['INBOX_URL'] ?? '').messages({ to: reader.email });
    const mail = mails.find(({ subject }) => subject.includes(title));
    if (mail === undefined) throw new Error('the mail is gone');
    await reader.follows(mail, 'Stop these mails for your address');
    await reader.arrivesAt('Which mails shall stop?');
    await reader.looks('unsubscribe');
    const about = 'Mails about tenders';
    await reader.page.getByRole('button', { name: `Stop them: ${about}` }).click();
    await reader.page.getByRole('button', { name: `Send them again: ${about}` }).click();
    await reader.page.getByRole('button', { name: `Stop them: ${about}` }).waitFor();
    reader.hadNoTrouble();
  });

  step('the client withdraws the tender, and who answered gets the reason', async () => {
    const { page } = janet;
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Withdraw this tender?' });
    await dialog.getByLabel('Your reason').fill('The board wants to ask the tenants again first.');
    await janet.looks('tender-withdraw');
    await dialog.getByRole('button', { name: 'Withdraw it' }).click();
    await janet.sees('Why it ended');
    await janet.looks('tender-withdrawn');
    const mail = await reader.mail(title);
    expect(mail.text).toContain('The board wants to ask the tenants again first.');
    await reader.opens(mail);
    await reader.looks('mail-tender-ended');
    reader.hadNoTrouble();
  });
});
