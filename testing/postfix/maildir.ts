import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A mail in a Maildir, as postfix's delivery agent wrote it. */
export interface Delivered {
  /** All of it with line ends of SMTP, what postfix wrote on top included. */
  whole: Buffer;
  /** Without that: as it was handed to postfix. */
  raw: Buffer;
  /** The envelope's sender; '' for bounces. */
  from: string;
  /** The envelope's recipient. */
  to: string;
}

/** Return-Path, X-Original-To, Delivered-To and Received stand on top of what came. */
const TRACE = /^(?:(?:Return-Path|X-Original-To|Delivered-To|Received):[^\n]*\n(?:[ \t][^\n]*\n)*)+/;

/** Reads a Maildir; each call of what it returns resolves to the mails that have come since the last, oldest first. */
export function followMaildir(maildir: string): () => Promise<Delivered[]> {
  const seen = new Set<string>();
  return async () => {
    const names = await readdir(join(maildir, 'new')).catch((): string[] => []); // no mail, no folder
    const fresh = names.filter((name) => !seen.has(name)).toSorted(byTime);
    for (const name of fresh) seen.add(name);
    return Promise.all(fresh.map(async (name) => read(await readFile(join(maildir, 'new', name), 'latin1'))));
  };
}

function read(file: string): Delivered {
  const trace = TRACE.exec(file)?.[0] ?? '';
  return {
    whole: asSent(file),
    raw: asSent(file.slice(trace.length)),
    from: /^Return-Path: <(.*)>$/m.exec(trace)?.[1] ?? '',
    to: /^X-Original-To: (.*)$/m.exec(trace)?.[1] ?? '',
  };
}

const asSent = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1');

/** Names begin with the seconds, and hold the microseconds behind an M. */
function byTime(one: string, other: string): number {
  const timeOf = (name: string) =>
    Number.parseInt(name, 10) * 1_000_000 + Number(/M(\d+)/.exec(name)?.[1] ?? 0);
  return timeOf(one) - timeOf(other);
}
