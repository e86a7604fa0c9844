import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createTransport } from 'nodemailer';
import type { BareMail } from './toBareMail.ts';

/**
 * Sends mails with nodemailer's pool and nothing else: `barePool.ts SMTP_URL FILE CONNECTIONS [COUNT]`, FILE being a JSON
 * list of mails, which are sent again and again until there were COUNT. Prints the milliseconds that it took.
 */
const [url = '', file = '', connections = '1', count] = process.argv.slice(2);
const mails: BareMail[] = JSON.parse(readFileSync(file, 'utf8'));
const most = Number(count ?? mails.length);
const transport = createTransport(
  { url, pool: true, maxConnections: Number(connections) },
  { textEncoding: 'quoted-printable' },
);
const started = performance.now();
let next = 0;
// Twice as many wait as there are connections: enough to keep them busy, and memory stays flat.
const sendSome = async () => {
  while (next < most) {
    const mail = mails[next++ % mails.length];
    if (mail !== undefined) await transport.sendMail(mail);
  }
};
await Promise.all(Array.from({ length: 2 * Number(connections) }, sendSome));
console.log(performance.now() - started);
transport.close();
