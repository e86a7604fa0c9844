import { choose, chooseAll } from './fields.ts';
import type { Person } from './person.ts';

export interface NewOrganisation {
  name: string;
  country: string;
  city: string;
  about: string;
}

/** Creates an organisation on the page in front, whose kind is chosen already. */
export async function createOrganisation(person: Person, organisation: NewOrganisation): Promise<void> {
  const { page } = person;
  await person.arrivesAt('New organisation');
  await page.getByLabel('Name').fill(organisation.name);
  await choose(page, page.getByRole('combobox', { name: 'Country' }), organisation.country);
  await page.getByLabel('City').fill(organisation.city);
  await page.getByLabel('About').fill(organisation.about);
  await page.getByRole('button', { name: 'Create the organisation' }).click();
}

export interface Profile {
  skills: readonly string[];
  freeDaysAMonth: number;
  languages: readonly string[];
}

/** Fills what matching needs into the skill profile in front, and waits until it is saved by itself. */
export async function fillProfile(person: Person, profile: Profile): Promise<void> {
  const { page } = person;
  await person.arrivesAt('Skill profile');
  for (const skill of profile.skills) {
    await page.getByRole('textbox', { name: 'Add a skill' }).fill(skill);
    await page.getByRole('option', { name: skill, exact: true }).click();
    await page.getByRole('heading', { level: 3, name: skill, exact: true }).waitFor();
  }
  const months = page.getByRole('region', { name: 'Free days' }).getByRole('textbox');
  for (const month of await months.all()) await month.fill(String(profile.freeDaysAMonth));
  await chooseAll(page, page.getByRole('combobox', { name: 'Working languages' }), profile.languages);
  await isSaved(person, 'Saved');
}

/** Waits until the page says that all changes are safe. */
export async function isSaved({ page }: Person, text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).first().waitFor();
}
