import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readMessage } from './message.ts';
import type { Envelope, Message, MessageFile } from './message.ts';

/** What to list: all that is given must hold. */
export interface MessageFilter {
  /** One recipient's address. */
  to?: string | undefined;
  /** Received at this moment or later. */
  since?: Date | undefined;
  /** Words that all occur in subject, text, sender or recipients. */
  search?: string | undefined;
}

/** All mail that ever arrived, newest first, on disk as one `.eml` file each. */
export interface MessageStore {
  /** Resolves once the message is on disk under its final name and can be listed. */
  add(raw: Buffer, envelope: { from: string; to: string[] }): Promise<Message>;
  list(filter?: MessageFilter): Promise<Message[]>;
  /** The message with its files, or undefined if there is none by this id. */
  read(id: string): Promise<{ message: Message; files: MessageFile[]; raw: Buffer } | undefined>;
  clear(): Promise<void>;
  /** Every address that a message was sent to, in alphabetical order. */
  recipients(): Promise<string[]>;
  /** Calls back after each change until the returned function is called. */
  subscribe(changed: () => void): () => void;
}

/** Opens the folder `data`, which keeps its newest `keep` messages; what a crash left half-written is removed. */
export function openMessageStore(data: string, keep = 5_000): MessageStore {
  const messages = new Map<string, Message>();
  const changes = new EventEmitter().setMaxListeners(0);
  const nextId = idSource();
  // Old mail is read in the background: whoever starts the inbox need not wait for it, whoever asks does.
  const loaded = loadAll(data, messages, keep);
  loaded.catch(() => undefined);
  const newestFirst = async () => {
    await loaded;
    return [...messages.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
  };
  return {
    async add(raw, { from, to }) {
      await loaded;
      const receivedAt = new Date();
      const envelope = { id: nextId(receivedAt), receivedAt, from, to };
      const traced = Buffer.concat([traceHeaders(envelope), raw]);
      await writeWhole(data, envelope.id, traced);
      const { message } = await readMessage(traced, envelope);
      messages.set(message.id, message);
      changes.emit('change');
      return message;
    },
    async list(filter = {}) {
      return (await newestFirst()).filter((message) => matches(message, filter));
    },
    async read(id) {
      await loaded;
      if (!messages.has(id)) return undefined;
      const raw = await readFile(fileOf(data, id));
      return { ...(await readMessage(raw, envelopeOf(id, raw))), raw };
    },
    async clear() {
      await loaded;
      const ids = [...messages.keys()];
      messages.clear();
      await Promise.all(ids.map((id) => rm(fileOf(data, id), { force: true })));
      changes.emit('change');
    },
    async recipients() {
      return [...new Set((await newestFirst()).flatMap(({ to }) => to))].sort();
    },
    subscribe(changed) {
      changes.on('change', changed);
      return () => changes.off('change', changed);
    },
  };
}

async function loadAll(data: string, messages: Map<string, Message>, keep: number): Promise<void> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const names = await readdir(data);
  const ids = names.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -'.eml'.length));
  const tooOld = ids.sort().slice(0, Math.max(0, ids.length - keep));
  const leftovers = [...names.filter((name) => name.endsWith('.part')), ...tooOld.map((id) => `${id}.eml`)];
  await Promise.all(leftovers.map((name) => rm(join(data, name), { force: true })));
  for (const id of ids.slice(tooOld.length)) {
    const raw = await readFile(fileOf(data, id));
    messages.set(id, (await readMessage(raw, envelopeOf(id, raw))).message);
  }
}

/** Under its final name a message is whole, whenever the power goes: written beside it, synced, then renamed. */
async function writeWhole(data: string, id: string, content: Buffer): Promise<void> {
  const part = join(data, `${id}.part`);
  const file = await open(part, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, fileOf(data, id));
}

function fileOf(data: string, id: string): string {
  return join(data, `${id}.eml`);
}

/** Ids sort by time of arrival: milliseconds in base 36, a count within the millisecond, and chance. */
function idSource(): (at: Date) => string {
  let last = { time: 0, count: 0 };
  return (at) => {
    const time = Math.max(at.getTime(), last.time);
    last = { time, count: time === last.time ? last.count + 1 : 0 };
    const parts = [time.toString(36).padStart(9, '0'), last.count.toString(36).padStart(3, '0')];
    return `${parts.join('')}-${randomBytes(4).toString('hex')}`;
  };
}

/** As final delivery does (RFC 5321, 4.4), the envelope is kept on top of the message. */
function traceHeaders({ from, to }: Envelope): Buffer {
  const lines = [`Return-Path: <${from}>`, ...to.map((address) => `X-Envelope-To: <${address}>`), ''];
  return Buffer.from(lines.join('\r\n'));
}

function envelopeOf(id: string, raw: Buffer): Envelope {
  const top: string[] = [];
  for (const line of raw.toString('utf8', 0, 64 * 1024).split('\r\n')) {
    if (!/^(Return-Path|X-Envelope-To): </.test(line)) break;
    top.push(line.replace(/^[^<]*<|>$/g, ''));
  }
  const [from = '', ...to] = top;
  return { id, receivedAt: new Date(Number.parseInt(id.slice(0, 9), 36)), from, to };
}

function matches(message: Message, { to, since, search }: MessageFilter): boolean {
  if (to !== undefined && !message.to.includes(to.trim().toLowerCase())) return false;
  if (since !== undefined && Date.parse(message.receivedAt) < since.getTime()) return false;
  if (search === undefined) return true;
  const all = [message.subject, message.text, message.from, ...message.to].join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
