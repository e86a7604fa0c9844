import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { openMailbox } from '@cobid/testing/mailbox.ts';
import { startInbox } from './start.ts';
import type { Inbox } from './start.ts';

let root: string;
let inbox: Inbox;
/** Takes the replies. */
let other: Inbox;
let path: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cobid-reply-'));
  other = await startInbox({ data: join(root, 'other') });
  const replies = { url: other.smtpUrl, authservId: 'inbox.localhost' };
  inbox = await startInbox({ data: join(root, 'inbox'), replies });
  await createTransport(inbox.smtpUrl).sendMail({
    from: 'cobid@cobid.localhost',
    to: 'ana@coop.example',
    replyTo: 'Cobid <reply+1-a@cobid.localhost>',
    subject: 'Zwei für dich',
    messageId: '<1@cobid.localhost>',
    headers: {
      'List-Unsubscribe': '<https://c.example/u>, <mailto:unsubscribe+1-b@cobid.localhost?subject=u>',
    },
    text: 'First line\nSecond line\n',
    html: '<a href="mailto:reply+1.2-c@cobid.localhost?subject=Re%3A%20x&amp;body=Yes%2C%20if%20">Yes, if</a>',
  });
  const [message] = await openMailbox(inbox.url).messages();
  path = `${inbox.url}/messages/${message?.id}`;
});
afterEach(async () => {
  await Promise.all([inbox.stop(), other.stop()]);
  await rm(root, { recursive: true, force: true });
});

const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${path}/reply`, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });
const received = () => openMailbox(other.url).messages();

test('goes to the address of the mail as its recipient would send it, and the inbox vouches for them', async () => {
  const page = await (await fetch(path)).text();
  expect(page).toContain('Reply as ana@coop.example');
  expect(page).toContain('value="reply+1-a@cobid.localhost"');
  const reply = await post({ to: 'reply+1-a@cobid.localhost', text: 'Yes, if it is in March' });
  expect(reply.status).toBe(303);
  expect(await (await fetch(new URL(reply.headers.get('location') ?? '', path))).text()).toContain('Sent.');
  const [mail] = await received();
  expect(mail).toMatchObject({
    from: 'ana@coop.example',
    to: ['reply+1-a@cobid.localhost'],
    subject: 'Re: Zwei für dich',
  });
  expect(mail?.text).toMatch(/^Yes, if it is in March\n\nOn .* wrote:\n> First line\n> Second line\n/);
  expect(mail?.headers['in-reply-to']).toBe('<1@cobid.localhost>');
  expect(mail?.headers['authentication-results']).toBe(
    'inbox.localhost; auth=pass smtp.auth=ana@coop.example',
  );
});

test('can be sent without proof, as a stranger would', async () => {
  await post({ to: 'reply+1-a@cobid.localhost', text: 'Yes', forged: 'yes' });
  expect((await received())[0]?.headers['authentication-results']).toBeUndefined();
});

test('is begun by a link in the mail that begins one', async () => {
  const framed = await (await fetch(`${path}/html`)).text();
  const href = /href="(\/messages\/[^"]+)"/.exec(framed)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const begun = await (await fetch(new URL(href, path))).text();
  expect(begun).toContain('value="reply+1.2-c@cobid.localhost"');
  expect(begun).toContain('>Yes, if </textarea>');
});

test('goes to no address that the mail does not carry along, and comes from no page of a stranger', async () => {
  expect((await post({ to: 'someone@else.example', text: 'x' })).status).toBe(422);
  const here = { to: 'reply+1-a@cobid.localhost', text: 'x' };
  expect((await post(here, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(await received()).toEqual([]);
  expect((await post({ to: 'unsubscribe+1-b@cobid.localhost', text: 'unsubscribe' })).status).toBe(303);
});

test('says so where nobody takes it', async () => {
  await other.stop();
  const reply = await post({ to: 'reply+1-a@cobid.localhost', text: 'Mine' });
  expect(reply.status).toBe(502);
  const page = await reply.text();
  expect(page).toContain('It could not be sent');
  expect(page).toContain('Mine</textarea>');
  other = await startInbox({ data: join(root, 'again') });
});

test('is not offered where no mail is taken in', async () => {
  await inbox.stop();
  inbox = await startInbox({ data: join(root, 'inbox') });
  const [message] = await openMailbox(inbox.url).messages();
  expect(await (await fetch(`${inbox.url}/messages/${message?.id}`)).text()).not.toContain('Reply as');
  expect((await fetch(`${inbox.url}/messages/${message?.id}/reply`, { method: 'POST' })).status).toBe(404);
});
