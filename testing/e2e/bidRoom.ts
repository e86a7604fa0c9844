import type { Person } from './person.ts';

/** Signs the newest revision for one's co-op, in the bid room in front. */
export async function sign(person: Person, revision: number, lookAs?: string): Promise<void> {
  const { page } = person;
  const card = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: `Revision ${revision}` }) });
  await card.getByRole('button', { name: 'Sign for my co-op' }).click();
  const dialog = page.getByRole('dialog', { name: `Sign revision ${revision}?` });
  await dialog.getByLabel('I have read this revision and may sign for my co-op').check();
  if (lookAs !== undefined) await person.looks(lookAs);
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Freezes what is written and waits for the new revision. */
export async function freeze({ page }: Person, revision: number): Promise<void> {
  await page.getByRole('tab', { name: '4. Sign and submit' }).click();
  await page.getByRole('button', { name: 'Freeze and ask for signatures' }).click();
  await page.getByRole('heading', { name: `Revision ${revision}`, exact: true }).waitFor();
}

/** Submits the newest revision. */
export async function submit(person: Person, lookAs?: string): Promise<void> {
  const { page } = person;
  await page.getByRole('button', { name: 'Submit the bid' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submit this bid?' });
  await dialog.waitFor();
  if (lookAs !== undefined) await person.looks(lookAs);
  await dialog.getByRole('button', { name: 'Submit', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The fingerprint in a mail. */
export function hashIn(text: string): string {
  return /\b[0-9a-f]{64}\b/.exec(text)?.[0] ?? 'no fingerprint';
}

/** What the coverage board says of a requirement. */
export async function coverage({ page }: Person, requirement: string): Promise<string> {
  const row = page
    .getByRole('table', { name: 'Which seat covers which requirement' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: requirement }) });
  return row.innerText();
}
