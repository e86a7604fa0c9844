import type { Person } from './person.ts';

/** Chooses from the menu of one's account, which names the organisation that one acts for. */
export async function openMenu({ page }: Person, item: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Account and organisation' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
