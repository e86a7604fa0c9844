import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openChromium } from './chromium.ts';
import { journey } from './journey.ts';
import { keepSight, openPerson } from './person.ts';
import type { Person } from './person.ts';
import { signInByCode } from './signingIn.ts';

/** In the example network, as the one who runs it. */
describe('a coordinator', () => {
  let browser: Browser;
  let ana: Person;
  const step = journey(() => keepSight(ana));

  beforeAll(async () => {
    browser = await openChromium();
    ana = await openPerson(browser, {
      name: 'Ana Ferreyra',
      email: 'ana@rio-digital.example',
      zone: 'America/Argentina/Buenos_Aires',
    });
  });
  afterEach(() => ana.hadNoTrouble());
  afterAll(() => browser.close());

  step('changes the weights within their bounds, knowing what that does', async () => {
    await ana.goTo('/sign-in');
    await signInByCode(ana);
    await ana.arrivesAt(/^Hello/);
    const { page } = ana;
    await page.getByRole('link', { name: 'Network', exact: true }).click();
    await ana.arrivesAt('Rules of the network');
    await ana.looks('network-rules');
    await page.getByLabel('Past projects, percent of the fit').fill('10');
    await ana.sees('Together 102 %: 2 % too much.');
    await page.getByLabel('Skills, percent of the fit').fill('68');
    await ana.sees('Together 100 %.');
    await page.getByLabel('Weight of having been shown less').fill('0.6');
    await page.getByLabel('Why do you change it?').fill('Agreed in the spring meeting.');
    await page.getByRole('button', { name: 'Change the rules …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the rules?' });
    await dialog
      .filter({ hasText: 'Weights: skills from 70 % to 68 %, past projects from 8 % to 10 %.' })
      .waitFor();
    await dialog.filter({ hasText: /\d+ open tenders will be matched anew to 40 co-ops/ }).waitFor();
    await ana.looks('network-rules-change');
    await dialog.getByRole('button', { name: 'Change them' }).click();
    await ana.sees('The weight of being shown less went from 0.5 to 0.6.');
    await ana.sees('“Agreed in the spring meeting.”');
    await ana.looks('network-rules-changed');
  });

  step('sees who is seen, and plays the last tenders under another λ', async () => {
    const { page } = ana;
    const tabs = page.getByRole('navigation', { name: 'Network' });
    await tabs.getByRole('link', { name: 'Who is seen' }).click();
    await ana.arrivesAt('Who is seen');
    await page.getByRole('table', { name: 'Attention by type of co-op' }).getByText('Worker co-op').waitFor();
    await ana.looks('network-exposure');
    await page.getByText('30 days', { exact: true }).click();
    await page.waitForURL(/days=30/);
    await tabs.getByRole('link', { name: 'Replay' }).click();
    await ana.arrivesAt('Replay');
    await ana.sees(/Played \d+ tenders among \d+ co-ops/);
    await page.getByLabel('Play them under λ =').fill('1.2');
    await page.getByRole('button', { name: 'Play' }).click();
    await ana.sees('Who would have come first at λ = 1.2');
    await ana.looks('network-replay');
  });

  step('sees which tenders hang on few, and what would help', async () => {
    const { page } = ana;
    await page
      .getByRole('navigation', { name: 'Network' })
      .getByRole('link', { name: 'Thin tenders' })
      .click();
    await ana.arrivesAt('Thin tenders');
    await page
      .getByRole('button', { name: /^What would make it possible/ })
      .first()
      .click();
    await ana.sees(/(If .+ could do all the musts|can (be done|do all the musts))/);
    await ana.looks('network-thin-tenders');
  });

  step('is told that a proposal was learnt from other weights, has it learn again, and decides', async () => {
    const { page } = ana;
    await page.getByRole('navigation', { name: 'Network' }).getByRole('link', { name: 'Learning' }).click();
    await ana.arrivesAt('Learning');
    await ana.sees('The weights have changed since');
    await page.getByRole('button', { name: 'Look at the last tenders again' }).click();
    await page.getByRole('button', { name: 'Take these weights …' }).click();
    await page.getByRole('dialog', { name: 'Take these weights?' }).waitFor();
    await ana.looks('network-learning-take');
    await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click();
    await ana.looks('network-learning');
    await page.getByRole('button', { name: 'Leave them as they are' }).click();
    await ana.sees('Declined by Ana Ferreyra');
    await page.getByRole('radio', { name: 'Do not learn' }).check();
    await ana.sees('Learning is off');
  });
});
