import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { readMessage } from '@cobid/embedded/inbox/message.ts';
import type { Message } from '@cobid/embedded/inbox/message.ts';

/** Points of an SMTP conversation at which a test may refuse a mail or do something else. */
export type SinkStep = 'mail' | 'rcpt' | 'data' | 'stored';

/** Called at each step; an error that it throws is the reply, with `responseCode` where it has one. */
export type SinkHook = (step: SinkStep, address: string) => void | Promise<void>;

/** An SMTP server whose mail a test can read. */
export interface MailSink {
  url: string;
  /** Every mail that was taken, oldest first. */
  messages: Message[];
  /** Resolves once a mail that the server has said 250 to is among them or has come back; ask once for each copy. */
  arrived(messageId: string): Promise<void>;
  /** A mail as it came over the wire. */
  rawOf(message: Message): Buffer;
  /** Who sent a mail, by its envelope. */
  senderOf(message: Message): string;
  /** Replaces what is done at each step. */
  at(hook: SinkHook): void;
  stop(): Promise<void>;
}

/** What a server says when it refuses; the test throws it in its hook. */
export function smtpRefusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Starts one in the test's own process, on a free port, which keeps all mail in memory. */
export async function startMailSink(): Promise<MailSink> {
  const messages: Message[] = [];
  const received = new WeakMap<Message, { raw: Buffer; from: string }>();
  const receivedAs = (message: Message) => {
    const found = received.get(message);
    if (found === undefined) throw new Error('this mail did not come here');
    return found;
  };
  let hook: SinkHook = () => undefined;
  const step = (name: SinkStep, address: string, done: (error?: Error | null) => void) => {
    Promise.resolve()
      .then(() => hook(name, address))
      .then(() => done(), done);
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onMailFrom: ({ address }, _session, done) => step('mail', address, done),
    onRcptTo: ({ address }, _session, done) => step('rcpt', address, done),
    onData(stream, { envelope, id }, done) {
      const to = envelope.rcptTo.map(({ address }) => address);
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const take = async () => {
        const raw = await buffer(stream);
        await hook('data', to.join());
        const { message } = await readMessage(raw, { id, receivedAt: new Date(), from, to });
        received.set(message, { raw, from });
        messages.push(message);
        await hook('stored', to.join());
      };
      take().then(() => done(), done);
    },
  });
  server.on('error', () => undefined); // a client that was killed in mid-sentence
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(listener.address())}`,
    messages,
    arrived: async () => undefined,
    rawOf: (message) => receivedAs(message).raw,
    senderOf: (message) => receivedAs(message).from,
    at: (next) => {
      hook = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the sink has no port');
  return address.port;
}
