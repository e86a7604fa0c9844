import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { until } from './until.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** A folder that git ignores; each page at the width of a phone and of a laptop. */
const folder = join(import.meta.dirname, '../../screenshots');
/** Where nobody will look at them, they would only take time. */
const takesPictures = process.env['PICTURES'] !== 'no';
const sizes = [
  { name: '390', width: 390, height: 844 },
  { name: '1280', width: 1280, height: 800 },
] as const;
/** A dialog scrolls by itself; so much height shows all of it. */
const DIALOG_HEIGHT = 1400;

const violations = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().optional() })),
  }),
);

/**
 * Looks at a page as a phone and as a laptop show it: writes both pictures (unless PICTURES is `no`), and tells what axe finds against WCAG 2.1
 * AA and what does not fit into the width.
 */
export async function look(page: Page, name: string, isQuiet: () => boolean): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  await page.mouse.move(0, 0);
  await settle(page, isQuiet);
  const hasDialog = await page.getByRole('dialog').isVisible();
  for (const { name: size, width, height } of sizes) {
    await page.setViewportSize({ width, height: hasDialog ? DIALOG_HEIGHT : height });
    await page.evaluate(() => scrollTo(0, 0));
    await settle(page, isQuiet);
    if (takesPictures) {
      mkdirSync(join(folder, size), { recursive: true });
      await page.screenshot({ path: join(folder, size, `${name}.png`), fullPage: !hasDialog });
    }
    found.push(...(await axeFinds(page)).map((each) => `${name} at ${size}: ${each}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${name} at ${size}: is ${wide} wide and has to be scrolled sideways`);
  }
  if (before !== null) await page.setViewportSize(before);
  return found;
}

/** Waits until nothing is being fetched or moved any more: half-faded text has no contrast. */
async function settle(page: Page, isQuiet: () => boolean) {
  // What has just been drawn may ask for more: it has to stay quiet for two frames.
  await until('the network to be quiet', async () => {
    if (!isQuiet()) return false;
    await page.evaluate(async () => {
      for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    });
    return isQuiet();
  });
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null &&
      document.fonts.status === 'loaded' &&
      document
        .getAnimations()
        .every(
          ({ playState, effect }) =>
            playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
        ),
  );
}

async function axeFinds(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const options = JSON.stringify({ runOnly: tags, resultTypes: ['violations'] });
  const found = violations.parse(
    await page.evaluate(`axe.run(document, ${options}).then((run) => run.violations)`),
  );
  return found.map(({ id, help, nodes }) => {
    const where = nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary})`);
    return `${id}: ${help}: ${where.join('; ')}`;
  });
}
