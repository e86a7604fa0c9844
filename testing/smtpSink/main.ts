import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';

/**
 * The least SMTP server there is: `main.ts PORT RECORD EVERY [SLOW_MS]`. Takes every mail, and appends a line of JSON to RECORD
 * before it says 250: to whom, which Message-ID, how many bytes, and the mail itself for one in EVERY. Says where it
 * listens.
 */
const [port = '0', record = '', every = '1', slow = '0'] = process.argv.slice(2);
const END = Buffer.from('\r\n.\r\n');
let count = 0;

function converse(socket: Socket): void {
  let received = Buffer.alloc(0);
  let to: string[] = [];
  let isData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const obey = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') return say('250 sink');
    if (verb === 'MAIL') to = [];
    if (verb === 'RCPT') to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
    if (verb === 'DATA') {
      isData = true;
      return say('354 go on');
    }
    if (verb === 'QUIT') return socket.end('221 bye\r\n');
    return say('250 ok');
  };
  const take = (raw: Buffer) => {
    isData = false;
    keep(raw, to);
    if (slow === '0') say('250 taken');
    else setTimeout(() => say('250 taken'), Math.random() * Number(slow));
  };
  socket.on('data', (chunk) => {
    // The end may come in two chunks.
    const from = isData ? Math.max(0, received.length - END.length) : 0;
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const mark = isData ? END : '\r\n';
    const at = received.indexOf(mark, from);
    if (at < 0) return;
    const part = received.subarray(0, at);
    received = received.subarray(at + mark.length);
    if (isData) take(part);
    else obey(part.toString());
  });
  socket.on('error', () => undefined); // a client that was killed in mid-sentence
  say('220 sink');
}

function keep(raw: Buffer, to: readonly string[]): void {
  const head = raw.toString('latin1', 0, raw.indexOf('\r\n\r\n'));
  const messageId = /^message-id:\s*<?([^>\s]*)/im.exec(head)?.[1] ?? '';
  const isWhole = count++ % Number(every) === 0;
  const line = { to, messageId, bytes: raw.length, ...(isWhole ? { raw: raw.toString() } : {}) };
  appendFileSync(record, `${JSON.stringify(line)}\n`);
}

const server = createServer({ noDelay: true }, converse);
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(`smtp://127.0.0.1:${address.port}`);
});
