import type { Locator, Page } from 'playwright-core';

/** Chooses in a list that opens under a field, typing so much of the option that it is found. */
export async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  if (await field.isEditable()) await field.fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Chooses several in a field that holds more than one. */
export async function chooseAll(page: Page, field: Locator, options: readonly string[]): Promise<void> {
  for (const option of options) await choose(page, field, option);
  await field.press('Escape');
}

/** Adds a skill by the picker that says "Add a skill". */
export async function addSkill(page: Page, skill: string): Promise<void> {
  const picker = page.getByRole('textbox', { name: 'Add a skill' });
  await picker.fill(skill);
  await page.getByRole('option', { name: skill, exact: true }).click();
}

/** The item of a list that has this heading. */
export function itemOf(page: Page, heading: string): Locator {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: heading, exact: true }) })
    .last();
}
