import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerSession } from 'smtp-server';
import type { MessageStore } from './messageStore.ts';

const megabytes = 1024 * 1024;

/** An SMTP server that takes every message for every recipient and says 250 only once the store has it on disk. */
export function smtpServer(store: MessageStore): SMTPServer {
  return new SMTPServer({
    banner: 'Cobid inbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: 25 * megabytes,
    closeTimeout: 500,
    onData(stream, session, callback) {
      buffer(stream)
        .then((raw) => store.add(raw, envelopeOf(session)))
        .then(
          (message) => callback(null, `OK: kept as ${message.id}`),
          (error: unknown) =>
            callback(error instanceof Error ? error : new Error('not kept', { cause: error })),
        );
    },
  });
}

function envelopeOf({ envelope }: SMTPServerSession): { from: string; to: string[] } {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
  };
}
