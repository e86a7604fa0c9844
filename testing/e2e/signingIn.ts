import type { Person } from './person.ts';

/** Asks for the mail on the sign-in page that is in front. */
async function askForMail({ page, email }: Person) {
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link and a code' }).click();
  await page.getByRole('heading', { level: 1, name: 'Look into your mail' }).waitFor();
}

/** Signs in on the page in front by the link of the mail that comes. */
export async function signInByLink(person: Person, lookAs?: string): Promise<void> {
  await askForMail(person);
  if (lookAs !== undefined) await person.looks(`${lookAs}-mail-sent`);
  const mail = await person.mail('Your way into Cobid');
  await person.follows(mail, 'Sign in to Cobid', lookAs === undefined ? undefined : `mail-${lookAs}`);
  await person.arrivesAt('Sign in to Cobid');
  if (lookAs !== undefined) await person.looks(`${lookAs}-by-link`);
  await person.page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in on the page in front by the six digits of the mail that comes. */
export async function signInByCode(person: Person): Promise<void> {
  await askForMail(person);
  const { text } = await person.mail('Your way into Cobid');
  const code = /\b\d{3} ?\d{3}\b/.exec(text)?.[0] ?? '';
  await person.page.getByLabel('Code from the mail').fill(code);
  await person.page.getByRole('button', { name: 'Sign in' }).click();
}

/** Says one's name on the first sign-in, and that mails may come at any hour: a journey does not wait until Monday. */
export async function sayName(person: Person): Promise<void> {
  await person.arrivesAt('Welcome to Cobid');
  await hearAtOnce(person);
  await person.page.getByLabel('Your name').fill(person.name);
  await person.page.getByRole('button', { name: 'Go on' }).click();
}

async function hearAtOnce({ page }: Person): Promise<void> {
  const settings = {
    version: 1,
    frequency: 'instant',
    mostInstantAWeek: 50,
    deliveryDays: [1, 2, 3, 4, 5, 6, 7],
    deliveryFrom: 0,
    deliveryTo: 24,
  };
  const status = await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json' };
    const reply = await fetch('/api/me/mail-settings', { method: 'PATCH', headers, body });
    await reply.text(); // a reply that is not read counts as under way
    return reply.status;
  }, JSON.stringify(settings));
  if (status !== 200) throw new Error(`the mail settings were refused: ${status}`);
}
