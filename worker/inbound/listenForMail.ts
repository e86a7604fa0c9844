import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { minutes, seconds } from '@cobid/platform/clock.ts';
import type { Log } from '@cobid/platform/log.ts';
import type { Destination } from './destination.ts';

/** A mail as it was handed over, for those of its recipients that are Cobid's. */
export interface HandedOver {
  raw: Buffer;
  destinations: Destination[];
  sender: string;
  ip: string;
  helo: string;
}

/** What the server says when it does not take a mail; 4xx asks the sender to try again. */
export class MailRefusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

const MOST_BYTES = 25 * 1024 * 1024;
const MOST_RECIPIENTS = 10;

export interface MailListener {
  port: number;
  stop(): Promise<void>;
}

/**
 * Listens for mail where `url` says, by SMTP or LMTP. The 250 is said when `take` has stored the mail, and never before:
 * until then the server that hands it over keeps it. Addresses that Cobid has not made are refused.
 */
export async function listenForMail(options: {
  url: string;
  hostname: string;
  destinationOf(address: string): Destination | null;
  take(mail: HandedOver): Promise<void>;
  log: Log;
}): Promise<MailListener> {
  const { url, hostname, destinationOf, take, log } = options;
  const { protocol, hostname: host, port } = new URL(url);
  const refuse = (reason: MailRefusal, session: SMTPServerSession) => {
    log.warn(
      { ip: session.remoteAddress, code: reason.responseCode, reason: reason.message },
      'refused a mail',
    );
    return reason;
  };
  const server = new SMTPServer({
    name: hostname,
    banner: 'Cobid',
    lmtp: protocol === 'lmtp:',
    size: MOST_BYTES,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: 40,
    socketTimeout: minutes(2),
    closeTimeout: seconds(5),
    onRcptTo({ address }, session, done) {
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) {
        return done(refuse(new MailRefusal(452, '4.5.3 Too many recipients in one mail'), session));
      }
      if (destinationOf(address) !== null) return done();
      done(refuse(new MailRefusal(550, '5.1.1 There is no such address here'), session));
    },
    onData(stream, session, done) {
      receive(stream)
        .then((raw) => take(handedOver(raw, session, destinationOf)))
        .then(
          () => done(null, 'OK: kept'),
          (error: unknown) => done(refuse(asRefusal(error, log), session)),
        );
    },
  });
  server.on('error', (err) => log.debug({ err }, 'a conversation about mail broke off'));
  const listener = server.listen(
    port === '' ? (protocol === 'lmtp:' ? 24 : 25) : Number(port),
    host.replace(/^\[|\]$/g, ''),
  );
  await once(listener, 'listening');
  const address = listener.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : Number(port),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** All of a mail that is not too long; of a longer one nothing is kept, but it is heard to its end. */
async function receive(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > MOST_BYTES) throw new MailRefusal(552, '5.3.4 The mail is longer than 25 MB');
  return Buffer.concat(chunks);
}

function handedOver(
  raw: Buffer,
  { envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession,
  destinationOf: (address: string) => Destination | null,
): HandedOver {
  return {
    raw,
    destinations: envelope.rcptTo.map(({ address }) => destinationOf(address)).filter((to) => to !== null),
    sender: envelope.mailFrom === false ? '' : envelope.mailFrom.address.toLowerCase(),
    ip: remoteAddress.replace(/^::ffff:/, ''),
    helo: typeof hostNameAppearsAs === 'string' ? hostNameAppearsAs : '',
  };
}

/** What went wrong on our side is for the sender to try again: its queue is where the mail is safe. */
function asRefusal(error: unknown, log: Log): MailRefusal {
  if (error instanceof MailRefusal) return error;
  log.error({ err: error }, 'could not keep a mail that came in');
  return new MailRefusal(451, '4.3.0 Cobid cannot keep mail right now');
}
