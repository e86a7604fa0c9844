import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { languages } from '@cobid/domain/language.ts';
import { renderMail } from '@cobid/worker/mail/renderMail.ts';
import { sampleMails } from '@cobid/worker/mail/samples.ts';
import { openChromium } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));
const options = JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  resultTypes: ['violations'],
});

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

/** All samples one below the other, with the styles of the first: looking once at many is much quicker. */
function allIn(language: (typeof languages)[number]): string {
  const mails = sampleMails(language).map(({ content }) => renderMail(content));
  const first = mails[0]?.html ?? '';
  const body = (html: string) =>
    html.slice(html.indexOf('>', html.indexOf('<body')) + 1, html.indexOf('</body>'));
  return `${first.slice(0, first.indexOf('</body>'))}${mails
    .slice(1)
    .map(({ html }) => body(html))
    .join('')}</body></html>`;
}

const looks = languages.flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) => [320, 600].map((width) => ({ language, scheme, width }))),
);

test.each(looks)('mails in $language, $scheme, at $width px', async ({ language, scheme, width }) => {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  await page.setContent(allIn(language));
  await page.evaluate(axe);
  const found = violations.parse(
    await page.evaluate(`axe.run(document, ${options}).then((run) => run.violations)`),
  );
  expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  const sheet = await page.evaluate("getComputedStyle(document.querySelector('.sheet')).backgroundColor");
  expect(sheet === 'rgb(255, 255, 255)').toBe(scheme === 'light');
  await page.close();
});
