import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import type { Message } from './message.ts';
import { startInbox } from './start.ts';
import type { Inbox } from './start.ts';

let root: string;
let data: string;
let inbox: Inbox;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cobid-inbox-'));
});
beforeEach(async () => {
  data = await mkdtemp(join(root, 'data-'));
  inbox = await startInbox({ data });
});
afterEach(() => inbox.stop());
afterAll(() => rm(root, { recursive: true, force: true }));

const invitation: SendMailOptions = {
  from: 'Cobid <hello@cobid.example>',
  to: 'Ana <Ana@coop.example>',
  subject: 'Ein Platz für euch – „Café“',
  messageId: '<seat-1@cobid.example>',
  text: 'Answer here: http://localhost:3000/i/abc?x=1&y=2.\n\nCode 123456',
  html: '<p>Answer <a href="http://localhost:3000/i/abc?x=1&amp;y=2">here</a> or <a href="https://cobid.example/help">read on</a></p>',
};

describe('mail that arrives over SMTP', () => {
  test('is told by the API with its parts, headers and links', async () => {
    await send(invitation);
    const [message] = await messages();
    expect(message).toMatchObject({
      from: 'hello@cobid.example',
      to: ['ana@coop.example'],
      subject: 'Ein Platz für euch – „Café“',
      messageId: 'seat-1@cobid.example',
      links: ['http://localhost:3000/i/abc?x=1&y=2', 'https://cobid.example/help'],
    });
    expect(message?.text).toContain('Code 123456');
    expect(message?.html).toContain('<p>Answer');
    expect(message?.headers.to).toBe('Ana <Ana@coop.example>');
    expect(Date.parse(message?.receivedAt ?? '')).not.toBeNaN();
  });

  test('is found by recipient (blind copies too), by time and by words, newest first', async () => {
    await send({ ...invitation, subject: 'first' });
    await send({ ...invitation, subject: 'second', bcc: 'ben@coop.example' });
    expect(await subjects()).toEqual(['second', 'first']);
    expect(await subjects('to=BEN@coop.example')).toEqual(['second']);
    expect(await subjects('to=nobody@coop.example')).toEqual([]);
    expect(await subjects('q=FIRST+code')).toEqual(['first']);
    const [latest] = await messages();
    expect(await subjects(`since=${latest?.receivedAt}`)).toContain('second');
    expect(await subjects('since=2999-01-01')).toEqual([]);
    expect((await fetch(`${inbox.url}/api/messages?since=yesterday`)).status).toBe(400);
  });

  test('survives a restart, envelope and all; a half-written file does not', async () => {
    await send({ ...invitation, bcc: 'ben@coop.example' });
    const before = await messages();
    await inbox.stop();
    await writeFile(join(data, 'x.part'), 'Subject: hal');
    inbox = await startInbox({ data });
    expect(await messages()).toEqual(before);
    expect(await readdir(data)).toEqual([`${before[0]?.id}.eml`]);
  });

  test('all at once is all kept', async () => {
    const transport = createTransport(inbox.smtpUrl, { from: 'hello@cobid.example' });
    const numbers = Array.from({ length: 100 }, (_, number) => number);
    await Promise.all(
      numbers.map((n) => transport.sendMail({ to: `c${n}@coop.example`, subject: String(n), text: '' })),
    );
    expect(new Set(await subjects())).toEqual(new Set(numbers.map(String)));
  });

  test('is kept even if it is not a proper message', async () => {
    await send({ envelope: { from: '', to: 'ana@coop.example' }, raw: '\r\n\r\n\0 nothing' });
    expect(await messages()).toHaveLength(1);
  });

  test('goes when all is deleted', async () => {
    await send(invitation);
    expect((await fetch(`${inbox.url}/api/messages`, { method: 'DELETE' })).status).toBe(204);
    expect(await messages()).toEqual([]);
    expect(await readdir(data)).toEqual([]);
  });
});

describe('the web view', () => {
  const nasty: SendMailOptions = {
    ...invitation,
    subject: '<script>alert(1)</script>',
    text: '<img src=x onerror=alert(2)> http://localhost:3000/',
    html: '<html><head></head><body><script>alert(3)</script><img src="cid:logo"></body></html>',
    attachments: [{ filename: 'logo.png', content: Buffer.from('png'), cid: 'logo' }],
  };

  test('lists mail with what it was asked for', async () => {
    await send(invitation);
    expect(await pageText('/')).toContain('ana@coop.example');
    expect(await pageText('/?q=nothing')).toContain('No mail fits this filter.');
  });

  test('escapes what strangers wrote and frames their HTML without scripts or a way out', async () => {
    await send(nasty);
    const [message] = await messages();
    const path = `/messages/${message?.id}`;
    for (const text of [await pageText('/'), await pageText(path), await pageText(`${path}?view=text`)]) {
      expect(text).not.toMatch(/<script>alert|<img src=x/);
    }
    expect(await pageText(path)).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');

    const framed = await fetch(`${inbox.url}${path}/html`);
    const policy = framed.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/sandbox(?!.*allow-(scripts|same-origin))/);
    expect(await framed.text()).toContain(
      `src="data:image/png;base64,${Buffer.from('png').toString('base64')}"`,
    );
  });

  test('shows text as it was written, headers, source and files', async () => {
    await send({ ...nasty, text: 'one\n  two   three\n' });
    const [message] = await messages();
    const path = `/messages/${message?.id}`;
    expect(await pageText(`${path}?view=text`)).toContain('one\n  two   three');
    expect(await pageText(`${path}?view=headers`)).toContain('<dt>message-id</dt>');
    expect(await pageText(`${path}?view=source`)).toContain('Message-ID: &lt;seat-1@cobid.example&gt;');
    const file = await fetch(`${inbox.url}${path}/files/0`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(await file.text()).toBe('png');
  });

  test('knows nothing of other paths, methods and names of this machine', async () => {
    expect((await fetch(`${inbox.url}/messages/..%2f..%2fetc`)).status).toBe(404);
    expect((await fetch(`${inbox.url}/nothing`)).status).toBe(404);
    expect((await fetch(inbox.url, { method: 'POST' })).status).toBe(405);
    expect(await statusForHost('evil.example')).toBe(421);
  });

  test('tells open pages when mail comes', async () => {
    const events = await fetch(`${inbox.url}/events`);
    const reader = events.body?.getReader();
    await send(invitation);
    let told = '';
    while (!told.includes('data: changed')) told += new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
  });
});

function send(mail: SendMailOptions): Promise<unknown> {
  return createTransport(inbox.smtpUrl).sendMail(mail);
}

async function messages(query = ''): Promise<Message[]> {
  return (await fetch(`${inbox.url}/api/messages?${query}`)).json() as Promise<Message[]>;
}

async function subjects(query = ''): Promise<string[]> {
  return (await messages(query)).map(({ subject }) => subject);
}

async function pageText(path: string): Promise<string> {
  return (await fetch(inbox.url + path)).text();
}

function statusForHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(inbox.url, { headers: { host } }, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });
}
