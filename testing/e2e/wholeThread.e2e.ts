import type { Message } from '@cobid/embedded/inbox/message.ts';
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { coverage, freeze, hashIn, sign, submit } from './bidRoom.ts';
import { openChromium } from './chromium.ts';
import { minutesAhead } from './clock.ts';
import { choose } from './fields.ts';
import { journey } from './journey.ts';
import { pressOn } from './keyboard.ts';
import { openMenu } from './menu.ts';
import { createOrganisation, fillProfile, isSaved } from './organisations.ts';
import { keepSight, openPerson } from './person.ts';
import type { Person } from './person.ts';
import { sayName, signInByCode, signInByLink } from './signingIn.ts';
import { addNeeds, setDates, setTerms, writeTenderText } from './tender.ts';
import { until } from './until.ts';

const zone = 'Europe/Madrid';
const title = 'A community network for nine mountain villages';
const campfire = 'Campfire Learning';
/** Forming, signing and submitting a bid takes about as long as getting ready for it, on any machine. */
const BID_FACTOR = 1.5;
const LEAST_MINUTES = 2;

describe('from a need to work that is done', () => {
  let browser: Browser;
  /** Gives the work. */
  let ruth: Person;
  /** Leads the bid. */
  let ines: Person;
  /** Steward of the second co-op. */
  let tomasz: Person;
  /** Answers and signs for the second co-op, on a phone. */
  let keiko: Person;
  const begun = Date.now();
  let deadline: Date;
  let tenderId: string;
  let bidPath: string;
  let opportunityMail: Message | undefined;
  const everybody = () => [ruth, ines, tomasz, keiko];
  const step = journey(async () => {
    await Promise.all(everybody().map(keepSight));
  });

  beforeAll(async () => {
    browser = await openChromium();
    [ruth, ines, tomasz, keiko] = await Promise.all([
      openPerson(browser, { name: 'Ruth Lindqvist', email: 'ruth@nine-valleys.example' }),
      openPerson(browser, { name: 'Inés Marrero', email: 'ines@antenna.example', zone: 'Atlantic/Canary' }),
      openPerson(browser, { name: 'Tomasz Wrona', email: 'tomasz@campfire.example', zone: 'Europe/Warsaw' }),
      openPerson(browser, { name: 'Keiko Arai', email: 'keiko@campfire.example', zone, isOnPhone: true }),
    ]);
  });
  afterEach(() => {
    for (const person of everybody()) person.hadNoTrouble();
  });
  afterAll(() => browser.close());

  step('a visitor begins a tender without an account', async () => {
    const { page } = ruth;
    await ruth.goTo('/');
    await page.getByRole('link', { name: 'All open tenders' }).waitFor();
    await ruth.looks('front');
    await page.getByRole('main').getByRole('link', { name: 'Post a tender' }).click();
    await ruth.arrivesAt('New tender');
    await writeTenderText(ruth, {
      title,
      summary:
        'Nine villages share one slow line. We want a network that they own, and people who can mend it.',
      problem:
        'The libraries of nine villages share one copper line. It fails when it rains, and the company that owns it takes weeks to come. Pupils do their homework in the car park of the next town, and the district nurse drives back to send her notes.',
      outcome:
        'Each library is on line all year. Two people in each village can find and mend a fault within a day. The villages own what is built.',
      users: 'Four thousand people, most of them over fifty, and the staff of nine libraries.',
    });
    await isSaved(ruth, 'Saved in this browser');
    await ruth.looks('tender-new-visitor');
    await page.getByRole('button', { name: 'Sign in to keep and publish it' }).click();
  });

  step('signs in by the link of the mail, gives a name and finds the draft kept', async () => {
    await ruth.arrivesAt('Sign in or join');
    await ruth.sees(`Your tender “${title}” comes along`);
    await ruth.looks('sign-in');
    await signInByLink(ruth, 'sign-in');
    await ruth.arrivesAt('Welcome to Cobid');
    await ruth.looks('welcome');
    await sayName(ruth);
    await ruth.arrivesAt(title);
  });

  step('creates a client organisation and completes the draft', async () => {
    const { page } = ruth;
    await page.getByRole('link', { name: 'Create your organisation' }).click();
    await ruth.arrivesAt('New organisation');
    await ruth.looks('organisation-new-client');
    await createOrganisation(ruth, {
      name: 'Nine Valleys Libraries',
      country: 'Spain',
      city: 'Benasque',
      about: 'The public libraries of nine villages in the Pyrenees.',
    });
    await ruth.arrivesAt(title);
    const { page: editor } = ruth;
    const postedBy = editor.getByRole('combobox', { name: 'Posted by' });
    await postedBy.click();
    await editor.getByRole('option', { name: 'Nine Valleys Libraries' }).click();
    await ruth.sees('Posted by Nine Valleys Libraries.');
    await addNeeds(ruth, [
      { skill: 'Community networks', priority: 'Must', days: 20 },
      { skill: 'Train the trainer', priority: 'Must', days: 12 },
      { skill: 'Local-first and peer-to-peer software', priority: 'Should', days: 6 },
    ]);
    await setTerms(ruth, { from: '30000', to: '45000' });
    await isSaved(ruth, 'Saved as your draft');
    await ruth.looks('tender-edit');
  });

  step('a co-op joins by the six digits of a mail and fills its profile', async () => {
    const { page } = ines;
    await ines.goTo('/');
    await page.getByRole('link', { name: 'Join as a co-op' }).click();
    await signInByCode(ines);
    await sayName(ines);
    await ines.arrivesAt('New organisation');
    await ines.looks('organisation-new-coop');
    await ines.goTo('/home');
    await ines.looks('home-new');
    await page.getByRole('link', { name: 'Set up the co-op' }).click();
    await createOrganisation(ines, {
      name: 'Antenna Collective',
      country: 'Spain',
      city: 'Santa Cruz de Tenerife',
      about: 'Five people who build networks that those who use them own.',
    });
    await ines.arrivesAt('Skill profile');
    await ines.looks('profile-empty');
    await fillProfile(ines, {
      skills: ['Community networks', 'Local-first and peer-to-peer software', 'Networks'],
      freeDaysAMonth: 12,
      languages: ['English', 'Spanish'],
    });
    await page
      .getByRole('complementary', { name: 'What this profile brings' })
      .filter({ hasText: '3 of 8 steps done' })
      .waitFor();
    await ines.looks('profile-filled');
  });

  step('a second co-op joins, and its steward invites a colleague', async () => {
    await tomasz.goTo('/organisations/new?kind=coop');
    await signInByLink(tomasz);
    await sayName(tomasz);
    await createOrganisation(tomasz, {
      name: campfire,
      country: 'Poland',
      city: 'Kraków',
      about: 'We teach people to teach each other what machines are made of.',
    });
    await fillProfile(tomasz, {
      skills: ['Train the trainer', 'Technical training'],
      freeDaysAMonth: 8,
      languages: ['English', 'Polish'],
    });
    await openMenu(tomasz, 'Organisation and colleagues');
    await tomasz.arrivesAt(campfire);
    await tomasz.page.getByLabel('E-mail address').fill(keiko.email);
    await tomasz.page.getByRole('button', { name: 'Send the invitation' }).click();
    await tomasz.page.getByRole('region', { name: 'Invited' }).filter({ hasText: keiko.email }).waitFor();
    await tomasz.looks('organisation-colleagues');
    await tomasz.page.getByRole('tab', { name: 'Settings' }).click();
    await tomasz.looks('organisation-settings');
  });

  step('the colleague joins by the link of the mail', async () => {
    const mail = await keiko.mail(`invites you to join ${campfire}`);
    await keiko.follows(mail, `Join ${campfire}`, 'mail-colleague-invited');
    await keiko.arrivesAt(`Join ${campfire}`);
    await keiko.looks('join');
    await keiko.page.getByRole('button', { name: `Join ${campfire}` }).click();
    await sayName(keiko);
    await keiko.arrivesAt('Hello, Keiko');
    await keiko.looks('home-coop-new');
  });

  step('the client sets the dates, looks at the preview and publishes', async () => {
    const { page } = ruth;
    deadline = minutesAhead(Math.max(LEAST_MINUTES, (BID_FACTOR * (Date.now() - begun)) / 60_000));
    await setDates(ruth, zone, deadline);
    await isSaved(ruth, 'Saved as your draft');
    await ruth.sees('Ready to publish');
    await page.getByRole('tab', { name: 'Preview' }).click();
    await ruth.looks('tender-preview');
    await page.getByRole('button', { name: 'Publish …' }).click();
    await ruth.looks('tender-publish-confirm');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await ruth.sees('Bids stay sealed, for you too, until the deadline.');
    tenderId = new URL(page.url()).pathname.split('/')[2] ?? '';
  });

  step('the co-ops that it fits get mails with the reasons', async () => {
    const mails = await Promise.all([ines, tomasz].map((person) => person.mail(title)));
    for (const { text, headers } of mails) {
      expect(text).toContain('Why you match');
      expect(text).toContain('What is missing');
      expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    }
    const [toInes, toTomasz] = mails;
    expect(toInes?.text).toMatch(/Could be done by\s[^.]*Campfire\s+Learning/);
    expect(toTomasz?.text).toMatch(/Could be done by\s[^.]*Antenna\s+Collective/);
    opportunityMail = toInes;
  });

  step('one answers yes from the mail, not signed in, with the keyboard only', async () => {
    await openMenu(ines, 'Sign out');
    await ines.page.getByRole('link', { name: 'Sign in' }).waitFor();
    await ines.opens(there(opportunityMail));
    await ines.looks('mail-opportunity');
    await pressOn(ines.page, ines.page.getByRole('link', { name: 'Yes, we want to do this' }));
    await ines.arrivesAt(title);
    await ines.sees('You answer as Inés Marrero, for Antenna Collective.');
    await ines.looks('answer');
    await pressOn(ines.page, ines.page.getByRole('button', { name: 'Send this answer' }));
    await ines.sees('You said yes. Thank you.');
    await ines.looks('answer-sent');
    await pressOn(ines.page, ines.page.getByRole('link', { name: 'See who could do it with you' }));
  });

  step('sees who could do it together and starts a bid as lead', async () => {
    const { page } = ines;
    await signInByCode(ines);
    await ines.arrivesAt(title);
    const together = page.getByRole('region', { name: 'Who could do it together' });
    const group = together
      .getByRole('listitem')
      .filter({ hasText: 'Antenna Collective' })
      .filter({ hasText: campfire })
      .first();
    await group.waitFor();
    await ines.sees('Proved: with you among them it takes 2 co-ops');
    await ines.looks('tender-opportunity');
    await group.getByRole('link', { name: 'Go on with this group' }).click();
    await ines.arrivesAt('Put a consortium together');
    await page.getByRole('button', { name: 'Start the bid with these' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start the bid with these?' });
    await dialog.getByRole('button', { name: 'Start, invite later' }).click();
    await page.getByRole('tab', { name: '1. Who does what' }).waitFor();
    bidPath = new URL(page.url()).pathname;
    await ines.looks('bid-forming');
  });

  step('invites the second co-op to the open seat', async () => {
    const { page } = ines;
    await page.getByRole('button', { name: 'Invite a co-op' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite a co-op to this seat' });
    await choose(page, dialog.getByRole('combobox', { name: 'Co-op' }), campfire);
    await dialog.getByLabel('Their share').fill('9500');
    await dialog
      .getByLabel('A word to them')
      .fill('You taught our own people. The villages would be in good hands.');
    await ines.looks('bid-invite');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await ines.sees(`Invited: ${campfire}.`);
    expect(await coverage(ines, 'Train the trainer')).toContain('not yet');
  });

  step('the colleague opens the offer from the mail and proposes other terms', async () => {
    const { page: before } = keiko;
    const mail = await keiko.mail('Antenna Collective would like to bid with you');
    await keiko.follows(mail, 'Read the offer and answer', 'mail-seat-offered');
    expect(keiko.page).not.toBe(before);
    await keiko.arrivesAt('Antenna Collective offers you a seat');
    await keiko.looks('seat-offer');
    await keiko.page.getByRole('button', { name: 'Propose other terms' }).click();
    await keiko.page.getByLabel('Days of Train the trainer').fill('13');
    await keiko.page.getByLabel('Share').fill('10400');
    await keiko.page.getByLabel('Why').fill('One more day, so that each village is visited twice.');
    await keiko.looks('seat-offer-counter');
    await keiko.page.getByRole('button', { name: 'Propose these terms' }).click();
    await keiko.sees('Your terms are with the lead');
  });

  step('the lead takes them, and the coverage board follows', async () => {
    const mail = await ines.mail(`${campfire} proposes other terms`);
    expect(mail.text).toContain('€10,400');
    await ines.follows(mail, 'Answer the proposal', 'mail-seat-countered');
    await ines.page.getByRole('link', { name: 'See the invitation' }).click();
    await ines.arrivesAt(`Invitation to ${campfire}`);
    await ines.looks('invitation-countered');
    await ines.page.getByRole('button', { name: 'Take their terms' }).click();
    await ines.page.getByRole('main').getByRole('link', { name: 'Open the bid room' }).click();
    await ines.page.getByRole('tab', { name: '1. Who does what' }).click();
    await until('the board to show the seat', async () =>
      (await coverage(ines, 'Train the trainer')).includes('13 of 12'),
    );
    expect(await coverage(ines, 'Train the trainer')).toContain('yes');
    await ines.looks('bid-coverage');
    const taken = await keiko.mail('Antenna Collective takes your terms');
    await keiko.follows(taken, 'Open the bid', 'mail-counter-taken');
    await keiko.page.getByRole('tab', { name: '1. Who does what' }).click();
    await keiko.sees('Price not shown to you');
    await keiko.looks('bid-member');
  });

  step('they write the offer, how disputes end, and why they join up', async () => {
    const { page } = ines;
    await page.getByRole('tab', { name: '2. The offer' }).click();
    await page
      .getByLabel('Text of “How we understand the task”')
      .fill(
        'The line is not the problem; that nobody may mend it is. We build what **nine villages can repair**.',
      );
    await page
      .getByLabel('Text of “How we will work”')
      .fill('- one village first\n- then two a week\n- two menders in each');
    await page.getByLabel('We talk first, then ask a mediator we both trust').check();
    await page.getByLabel('No one of us has all the skills').check();
    await isSaved(ines, 'Saved');
    await ines.looks('bid-offer');
  });

  step('and a price whose shares sum exactly', async () => {
    const { page } = ines;
    await page.getByRole('tab', { name: '3. The price' }).click();
    await page.getByLabel('Total price').fill('39000.01');
    await page.getByRole('button', { name: 'Split by days' }).click();
    await ines.sees('The shares sum exactly to the total.');
    await page.getByLabel(`Share of ${campfire}`).fill('10400');
    await ines.sees('of the total is not shared out yet.');
    expect(await page.getByRole('button', { name: 'Save the price' }).isDisabled()).toBe(true);
    await page.getByLabel('Share of Antenna Collective').fill('28600.01');
    await ines.sees('The shares sum exactly to the total.');
    await ines.looks('bid-price');
    await page.getByRole('button', { name: 'Save the price' }).click();
    await page.getByRole('status').filter({ hasText: 'Price saved.' }).waitFor();
    // The member's room, open since before, follows by itself, and keeps to what a member may see.
    await keiko.page.getByRole('tab', { name: '3. The price' }).click();
    await keiko.sees('€39,000.01');
    expect(await keiko.page.getByRole('main').innerText()).not.toContain('28,600.01');
    await keiko.looks('bid-price-member');
  });

  step('the lead freezes it, and both sign by the links of their mails', async () => {
    await freeze(ines, 1);
    await ines.looks('bid-frozen');
    const [toInes, toKeiko] = await Promise.all(
      [ines, keiko].map((person) => person.mail('Please read and sign revision 1')),
    );
    await ines.follows(there(toInes), 'Read the offer and sign', 'mail-signature-wanted');
    await sign(ines, 1, 'bid-sign');
    await keiko.follows(there(toKeiko), 'Read the offer and sign');
    await sign(keiko, 1);
    await keiko.sees('Revision 1 is signed by all');
    await keiko.looks('bid-signed-member');
  });

  step('the lead submits; the receipts hold the hash', async () => {
    const { page } = ines;
    await page.reload();
    await submit(ines, 'bid-submit');
    await ines.sees('Your bid is submitted');
    await ines.looks('bid-submitted');
    const hash = hashIn(await page.getByRole('main').innerText());
    const receipts = await Promise.all([ines, tomasz, keiko].map((person) => person.mail('Submitted: ')));
    for (const { text } of receipts) expect(hashIn(text)).toBe(hash);
    await tomasz.opens(there(receipts[1]));
    await tomasz.looks('mail-bid-submitted');
  });

  step('the client sees neither a bid nor how many there are', async () => {
    const { page } = ruth;
    await page.reload();
    await ruth.sees('Bids stay sealed');
    const read = page.getByRole('button', { name: 'Read the bids' });
    expect(await read.getAttribute('aria-disabled')).toBe('true');
    expect(await page.getByRole('main').innerText()).not.toMatch(/\d+ bids?\b/);
    await ruth.looks('tender-open-client');
    expect(await ruth.asks(`/api/tenders/${tenderId}/bids`)).toMatchObject({
      status: 403,
      body: { reason: 'deadline_not_passed' },
    });
    expect(await ruth.asks(`/api${bidPath}`)).toMatchObject({ status: 403, body: { reason: 'needs_coop' } });
    ruth.expects(403, /^\/api\/tenders\/\w+\/bids$/);
    await ruth.goTo(`/tenders/${tenderId}/bids`);
    await ruth.arrivesAt('Not yet');
    await ruth.sees('Bids stay sealed until the deadline.');
    await ruth.looks('tender-bids-sealed');
  });

  step('an edit clears the signatures, and what was submitted stays', async () => {
    const { page } = ines;
    await page.getByRole('tab', { name: '2. The offer' }).click();
    await page
      .getByLabel('Text of “Who does what”')
      .fill('Antenna Collective builds; Campfire Learning teaches.');
    await isSaved(ines, 'Saved');
    await ines.sees('Revision 1 is submitted and stays your bid');
    await ines.looks('bid-changed');
    await freeze(ines, 2);
    await ines.sees('Revision 2 waits for signatures');
    await ines.looks('bid-two-revisions');
    expect(await keiko.asks(`/api${bidPath}`)).toMatchObject({
      body: { state: 'submitted', submission: { revision: 1 } },
    });
    const [toInes, toKeiko] = await Promise.all(
      [ines, keiko].map((person) => person.mail('Please read and sign revision 2')),
    );
    await ines.follows(there(toInes), 'Read the offer and sign');
    await sign(ines, 2);
    await keiko.follows(there(toKeiko), 'Read the offer and sign');
    await sign(keiko, 2);
    await keiko.sees('Your bid is submitted');
    expect(await keiko.asks(`/api${bidPath}`)).toMatchObject({
      body: { state: 'submitted', submission: { revision: 2 } },
    });
  });

  step('the lists of each show where they are', async () => {
    for (const [person, path, heading, name] of [
      [ines, '/home', 'Hello, Inés', 'home-coop'],
      [ines, '/opportunities', 'Opportunities', 'opportunities'],
      [ines, '/bids', 'Bids', 'bids'],
      [tomasz, '/opportunities', 'Opportunities', 'opportunities-waiting'],
      [ruth, '/home', 'Hello, Ruth', 'home-client'],
      [ruth, '/my-tenders', 'My tenders', 'my-tenders'],
    ] as const) {
      await person.goTo(path);
      await person.arrivesAt(heading);
      await person.looks(name);
    }
  });

  step(
    'after the deadline the client reads the bid by the link of the mail',
    async () => {
      expect(new Date() < deadline).toBe(true);
      await until('the deadline', async () => new Date() >= deadline, 10 * 60_000);
      const mail = await ruth.mail('One bid to read');
      await ruth.follows(mail, 'Read the bid', 'mail-bids-opened');
      await ruth.arrivesAt(`Bids: ${title}`);
      await ruth.sees('€39,000.01');
      await ruth.page.getByRole('button', { name: 'Read the offer' }).click();
      await ruth.sees('Antenna Collective builds; Campfire Learning teaches.');
      await ruth.looks('tender-bids');
    },
    11 * 60_000,
  );

  step('awards it with a reason, and the winners get mail', async () => {
    const { page } = ruth;
    await page.getByRole('button', { name: 'Choose Bidder 1' }).click();
    await page.getByLabel('Why Bidder 1?').fill('They build what we can mend ourselves.');
    await ruth.looks('tender-award');
    await page.getByRole('button', { name: 'Award the tender' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await Promise.all(
      [ines, tomasz, keiko].map(async (person) => {
        const mail = await person.mail('You won it');
        expect(mail.text).toContain('They build what we can mend ourselves.');
        await person.opens(mail);
      }),
    );
    await tomasz.looks('mail-bid-awarded');
    const recorded = await ruth.mail('Your choice is recorded');
    await ruth.follows(recorded, 'Open the tender', 'mail-award-recorded');
    await ruth.sees('They build what we can mend ourselves.');
    await ruth.looks('tender-awarded');
    await ines.goTo(bidPath);
    await ines.sees('You won this tender');
    await ines.looks('bid-awarded');
  });

  step('and says when the work is done', async () => {
    const { page } = ruth;
    await page.getByRole('button', { name: 'The work is done' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Yes, it is done' }).click();
    await ruth.sees('The work is done.');
    await ruth.looks('tender-completed');
    const mail = await keiko.mail('Completed: ');
    await keiko.follows(mail, 'Add it to your profile', 'mail-tender-completed');
    await keiko.arrivesAt('Skill profile');
  });
});

function there(mail: Message | undefined): Message {
  if (mail === undefined) throw new Error('the mail is not there');
  return mail;
}
