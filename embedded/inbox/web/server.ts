import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { answerAddresses, sendReply } from '../reply.ts';
import type { ReplyTarget } from '../reply.ts';
import type { MessageFilter, MessageStore } from '../messageStore.ts';
import { listPage } from './listPage.ts';
import { messagePage, messageViews } from './messagePage.ts';
import { withMailtoHere } from './replyForm.ts';
import { script } from './script.ts';
import { style } from './style.ts';

const pagePolicy = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-src 'self'",
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
].join('; ');

/** A mail's HTML is a stranger's: no script, no form, nothing loaded from anywhere, an origin of its own. */
const mailPolicy = [
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'",
  "base-uri 'none'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox",
].join('; ');

interface Reply {
  status?: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/**
 * The web view of a store, and its API: `GET /api/messages?to=&since=&q=` (JSON, newest first; `since` is ISO 8601)
 * and `DELETE /api/messages`. With `localOnly` it answers only to names of this machine, so that no web page can
 * read the mail through a name of its own that points here (DNS rebinding). With `replies` a mail can be answered.
 */
export function webServer(
  store: MessageStore,
  { localOnly, replies }: { localOnly: boolean; replies: ReplyTarget | undefined },
): Server {
  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      send(response, problem(500, error instanceof Error ? error.message : 'Unknown error'));
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (localOnly && !/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) {
      return send(response, problem(421, 'This inbox answers on localhost only.'));
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET' && url.pathname === '/events') return streamChanges(store, response);
    const reply =
      request.method === 'POST' && url.pathname.endsWith('/reply')
        ? await takeReply(store, request, url, replies)
        : await answer(store, request.method ?? 'GET', url, replies);
    send(response, reply ?? problem(404, 'There is nothing here.'));
  }
}

async function answer(
  store: MessageStore,
  method: string,
  url: URL,
  replies: ReplyTarget | undefined,
): Promise<Reply | undefined> {
  if (url.pathname === '/api/messages' && method === 'DELETE') {
    await store.clear();
    return { status: 204, type: 'text/plain', body: '' };
  }
  if (method !== 'GET' && method !== 'HEAD') return problem(405, 'Only GET, and DELETE of /api/messages.');
  switch (url.pathname) {
    case '/':
      return list(store, url);
    case '/api/messages':
      return listJson(store, url);
    case '/inbox.css':
      return { type: 'text/css; charset=utf-8', body: style };
    case '/inbox.js':
      return { type: 'text/javascript; charset=utf-8', body: script };
    default:
      return one(store, url, replies);
  }
}

async function list(store: MessageStore, url: URL): Promise<Reply> {
  const { to, search } = filterOf(url);
  const [messages, recipients] = await Promise.all([store.list({ to, search }), store.recipients()]);
  return htmlReply(listPage({ messages, recipients, to: to ?? '', search: search ?? '' }));
}

async function listJson(store: MessageStore, url: URL): Promise<Reply> {
  const filter = filterOf(url);
  if (filter.since !== undefined && Number.isNaN(filter.since.getTime())) {
    return problem(400, 'since is not a time: write it as 2026-01-31T12:00:00Z.');
  }
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(await store.list(filter)) };
}

async function one(
  store: MessageStore,
  url: URL,
  replies: ReplyTarget | undefined,
): Promise<Reply | undefined> {
  const [, folder, id = '', part, number] = url.pathname.split('/');
  const found = folder === 'messages' ? await store.read(id) : undefined;
  if (found === undefined) return undefined;
  if (part === undefined) {
    const fallback = found.message.html === '' ? 'text' : 'html';
    const view = messageViews.find((name) => name === url.searchParams.get('view')) ?? fallback;
    const of = (name: string) => url.searchParams.get(name) ?? '';
    const draft = { to: of('to'), text: of('text'), news: of('sent') === '' ? '' : SENT };
    return htmlReply(messagePage(found, view, replies === undefined ? null : draft));
  }
  if (part === 'html') {
    const body = openingLinksOutside(
      replies === undefined ? found.message.html : withMailtoHere(found.message),
    );
    return { ...htmlReply(body), headers: { 'content-security-policy': mailPolicy } };
  }
  const file = part === 'files' ? found.files[Number(number)] : undefined;
  if (file === undefined) return undefined;
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  const headers = { 'content-disposition': disposition };
  return { type: 'application/octet-stream', body: file.content, headers };
}

const SENT = 'Sent. What Cobid makes of it comes as a mail.';
const MOST_WORDS = 10_000;

/** Sends what the form of a mail holds. Only pages of this inbox may: a form of a stranger's page could, too. */
async function takeReply(
  store: MessageStore,
  request: IncomingMessage,
  url: URL,
  replies: ReplyTarget | undefined,
): Promise<Reply | undefined> {
  const [, folder, id = '', part] = url.pathname.split('/');
  const found = folder === 'messages' && part === 'reply' ? await store.read(id) : undefined;
  if (found === undefined || replies === undefined) return undefined;
  const from = request.headers['sec-fetch-site'] ?? 'same-origin';
  if (from !== 'same-origin') return problem(403, 'Only a page of this inbox may send replies.');
  const form = new URLSearchParams((await text(request)).slice(0, 4 * MOST_WORDS));
  const draft = { to: form.get('to') ?? '', text: (form.get('text') ?? '').slice(0, MOST_WORDS) };
  if (!answerAddresses(found.message).all.has(draft.to))
    return problem(422, 'The mail names no such address.');
  try {
    await sendReply(found.message, { ...draft, isVouchedFor: form.get('forged') === null }, replies);
    const location = `/messages/${id}?sent=yes#reply`;
    return { status: 303, type: 'text/plain', body: '', headers: { location } };
  } catch (error) {
    const news = `It could not be sent: ${error instanceof Error ? error.message : 'unknown error'}`;
    return { ...htmlReply(messagePage(found, 'text', { ...draft, news })), status: 502 };
  }
}

function filterOf({ searchParams }: URL): MessageFilter {
  const since = searchParams.get('since');
  return {
    to: searchParams.get('to')?.trim() || undefined,
    search: searchParams.get('q')?.trim() || undefined,
    since: since === null ? undefined : new Date(since),
  };
}

/** A link in a mail opens beside the inbox, not inside its frame. */
function openingLinksOutside(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => head + base)
    : `<!doctype html>${base}${html}`;
}

function streamChanges(store: MessageStore, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const unsubscribe = store.subscribe(() => response.write('data: changed\n\n'));
  response.on('close', unsubscribe);
}

function htmlReply(body: string): Reply {
  return { type: 'text/html; charset=utf-8', body };
}

function problem(status: number, title: string): Reply {
  return { status, type: 'application/problem+json', body: JSON.stringify({ title, status }) };
}

function send(response: ServerResponse, { status = 200, type, body, headers }: Reply): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': pagePolicy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...headers,
  });
  response.end(body);
}
