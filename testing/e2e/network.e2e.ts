import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openChromium } from './chromium.ts';
import { journey } from './journey.ts';
import { keepSight, openPerson } from './person.ts';
import type { Person } from './person.ts';
import { signInByCode } from './signingIn.ts';

/** In the example network, as the one of those who run it. */
describe('a coordinator', () => {
  let browser: Browser;
  let laia: Person;
  const step = journey(() => keepSight(laia));

  beforeAll(async () => {
    browser = await openChromium();
    laia = await openPerson(browser, {
      name: 'Laia Puigdomènech',
      email: 'laia@marea-libre.example',
      zone: 'Europe/Madrid',
    });
  });
  afterEach(() => laia.hadNoTrouble());
  afterAll(() => browser.close());

  step('reads what was learnt, thinks twice, and leaves the weights as they are', async () => {
    await laia.goTo('/sign-in');
    await signInByCode(laia);
    await laia.arrivesAt(/^Hello/);
    const { page } = laia;
    await page.getByRole('link', { name: 'Network', exact: true }).click();
    const tabs = page.getByRole('navigation', { name: 'Network' });
    await tabs.getByRole('link', { name: 'Learning' }).click();
    await laia.arrivesAt('Learning');
    await page.getByRole('button', { name: 'Take these weights …' }).click();
    await page.getByRole('dialog', { name: 'Take these weights?' }).waitFor();
    await laia.looks('network-learning-take');
    await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click();
    await laia.sees('Who did similar work');
    await laia.looks('network-learning');
    await page.getByRole('button', { name: 'Leave them as they are' }).click();
    await laia.sees('Declined by Laia Puigdomènech');
    await page.getByRole('radio', { name: 'Do not learn' }).check();
    await laia.sees('Learning is off');
    await tabs.getByRole('link', { name: 'Rules' }).click();
  });

  step('changes the weights within their bounds, knowing what that does', async () => {
    const { page } = laia;
    await laia.arrivesAt('Rules of the network');
    await laia.looks('network-rules');
    await page.getByLabel('Past projects, percent of the fit').fill('10');
    await laia.sees('Together 102 %: 2 % too much.');
    await page.getByLabel('Skills, percent of the fit').fill('68');
    await laia.sees('Together 100 %.');
    await page.getByLabel('Weight of having been shown less').fill('0.6');
    await page.getByLabel('Why do you change it?').fill('Agreed in the spring meeting.');
    await page.getByRole('button', { name: 'Change the rules …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the rules?' });
    await dialog
      .filter({ hasText: 'Weights: skills from 70 % to 68 %, past projects from 8 % to 10 %.' })
      .waitFor();
    await dialog.filter({ hasText: /\d+ open tenders will be matched anew to \d+ co-ops/ }).waitFor();
    await laia.looks('network-rules-change');
    await dialog.getByRole('button', { name: 'Change them' }).click();
    await laia.sees('The weight of being shown less went from 0.5 to 0.6.');
    await laia.sees('“Agreed in the spring meeting.”');
    await laia.looks('network-rules-changed');
  });

  step('sees who is seen, and plays the last tenders under another λ', async () => {
    const { page } = laia;
    const tabs = page.getByRole('navigation', { name: 'Network' });
    await tabs.getByRole('link', { name: 'Who is seen' }).click();
    await laia.arrivesAt('Who is seen');
    await page.getByRole('table', { name: 'Attention by type of co-op' }).getByText('Worker co-op').waitFor();
    await laia.looks('network-exposure');
    await page.getByText('30 days', { exact: true }).click();
    await page.waitForURL(/days=30/);
    await tabs.getByRole('link', { name: 'Replay' }).click();
    await laia.arrivesAt('Replay');
    await laia.sees(/Played \d+ tenders among \d+ co-ops/);
    await page.getByLabel('Play them under λ =').fill('1.2');
    await page.getByRole('button', { name: 'Play' }).click();
    await laia.sees('Who would have come first at λ = 1.2');
    await laia.looks('network-replay');
  });

  step('sees which tenders hang on few, and what would help', async () => {
    const { page } = laia;
    await page
      .getByRole('navigation', { name: 'Network' })
      .getByRole('link', { name: 'Thin tenders' })
      .click();
    await laia.arrivesAt('Thin tenders');
    const asked = page.getByRole('list', { name: /^Worth asking for Systems integration, Repairs app/ });
    await asked.getByText('Did “Turnos para centros de salud”').waitFor();
    await asked.getByRole('button', { name: /^Copy a note to Cooperativa Ceibo/ }).click();
    await asked.getByText('Copied').waitFor();
    await page
      .getByRole('button', { name: /^What would make it possible/ })
      .first()
      .click();
    await laia.sees(/(If .+ could do all the musts|can (be done|do all the musts))/);
    await laia.looks('network-thin-tenders');
  });

  step('sees whether somebody wrote to the network itself', async () => {
    await laia.page
      .getByRole('navigation', { name: 'Network' })
      .getByRole('link', { name: /^Letters/ })
      .click();
    await laia.arrivesAt('Letters to the network');
    await laia.sees('No letter waits');
    await laia.looks('network-letters');
  });
});
