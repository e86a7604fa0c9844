import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createTransport } from 'nodemailer';

/**
 * Sends mails with nodemailer's pool and nothing else: `barePool.ts SMTP_URL FILE CONNECTIONS`, FILE being a JSON list.
 * Prints the milliseconds that it took.
 */
interface BareMail {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
}

const [url = '', file = '', connections = '1'] = process.argv.slice(2);
const mails: BareMail[] = JSON.parse(readFileSync(file, 'utf8'));
const transport = createTransport({ url, pool: true, maxConnections: Number(connections) });
const started = performance.now();
await Promise.all(mails.map((mail) => transport.sendMail(mail)));
console.log(performance.now() - started);
transport.close();
