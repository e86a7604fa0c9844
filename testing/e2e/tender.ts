import { addSkill, choose, itemOf } from './fields.ts';
import { dayAhead, localTime } from './clock.ts';
import type { Person } from './person.ts';

export interface TenderText {
  title: string;
  summary: string;
  problem: string;
  outcome: string;
  users: string;
}

export interface Need {
  skill: string;
  priority: 'Must' | 'Should';
  days: number;
}

/** Writes what it is about. */
export async function writeTenderText({ page }: Person, text: TenderText): Promise<void> {
  const about = page.getByRole('region', { name: 'What it is about' });
  await about.getByLabel('Title').fill(text.title);
  await about.getByLabel('Summary').fill(text.summary);
  await about.getByLabel('The problem').fill(text.problem);
  await about.getByLabel('The outcome').fill(text.outcome);
  await about.getByLabel('Who will use it').fill(text.users);
}

/** Adds requirements in the editor in front. */
export async function addNeeds({ page }: Person, needs: readonly Need[]): Promise<void> {
  for (const { skill, priority, days } of needs) {
    await addSkill(page, skill);
    const item = itemOf(page, skill);
    if (priority === 'Should') await choose(page, item.getByRole('combobox', { name: 'Priority' }), priority);
    await item.getByLabel('Days of work').fill(String(days));
  }
}

/** Sets the budget and how the choice is made. */
export async function setTerms({ page }: Person, budget: { from: string; to: string }): Promise<void> {
  const money = page.getByRole('region', { name: 'Budget' });
  await money.getByLabel('From').fill(budget.from);
  await money.getByLabel('To').fill(budget.to);
  await page.getByRole('button', { name: 'Start with a common set' }).click();
}

/** Sets the dates of every step around a deadline, by the clock of the zone that the tender has. */
export async function setDates({ page }: Person, zone: string, deadline: Date): Promise<void> {
  const dates = page.getByRole('region', { name: 'Dates' });
  const oneMinuteBefore = new Date(deadline.getTime() - 60_000);
  await dates.getByLabel('Questions until').fill(localTime(oneMinuteBefore, zone));
  await dates.getByLabel('Deadline for bids').fill(localTime(deadline, zone));
  await dates.getByLabel('You decide by').fill(dayAhead(10));
  await dates.getByLabel('The work starts').fill(dayAhead(20));
  await dates.getByLabel('The work ends').fill(dayAhead(110));
}
