import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import { dkimRecord } from '@cobid/platform/dkimRecord.ts';
import { newDkimKey } from '@cobid/platform/newDkimKey.ts';
import { destinationsWith } from '@cobid/worker/inbound/destination.ts';
import { keepMail } from '@cobid/worker/inbound/keepMail.ts';
import { listenForMail } from '@cobid/worker/inbound/listenForMail.ts';
import type { TestApp } from './harness.ts';
import { startPostfix } from './postfix/startPostfix.ts';
import { throughPostfix } from './postfix/throughPostfix.ts';
import { testDns } from './testDns.ts';
import type { TestDns } from './testDns.ts';

export const INBOUND_DOMAIN = 'mail.cobid.example.org';

const key = newDkimKey('test');

/** The mail server of the network in a test, and the mail programs of those who write to it. */
export interface InboundPost {
  port: number;
  /** How a postfix hands mail on to it, as in a transport table. */
  route: string;
  dns: TestDns;
  /** Sends a mail by SMTP; signed for example.org unless said otherwise. Rejects with what the server says of it. */
  send(mail: SendMailOptions, options?: { isSigned?: boolean }): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the listener that `worker/mailIn.ts` starts, on a free port, with a DNS of the test's own. Where COBID_TEST_MTA
 * says so, mails take the way through a postfix, unless they are said to come directly.
 */
export async function startInboundPost(
  app: TestApp,
  options: { protocol?: 'smtp' | 'lmtp'; authservId?: string; isDirect?: boolean } = {},
): Promise<InboundPost> {
  const { protocol = 'smtp', authservId, isDirect = !throughPostfix } = options;
  const { config, clock, queues, log } = app;
  // example.org signs its mail and nobody else does.
  const { name, value } = dkimRecord(key, 'example.org');
  const dns = testDns({ [`TXT ${name}`]: [[value]] });
  const keeping = {
    config: authservId === undefined ? {} : { INBOUND_AUTHSERV_ID: authservId },
    clock,
    queues,
    hostname: INBOUND_DOMAIN,
    resolver: dns,
  };
  const listener = await listenForMail({
    url: `${protocol}://127.0.0.1:0`,
    hostname: INBOUND_DOMAIN,
    destinationOf: destinationsWith({ ...config, INBOUND_DOMAIN }),
    take: (mail) => keepMail(mail, keeping),
    log,
  });
  const { port } = listener;
  const route = protocol === 'lmtp' ? `lmtp:inet:127.0.0.1:${port}` : `smtp:[127.0.0.1]:${port}`;
  const postfix = isDirect ? null : await startPostfix({ routes: { [INBOUND_DOMAIN]: route } });
  const dkim = { domainName: 'example.org', keySelector: key.selector, privateKey: key.privateKey };
  return {
    port,
    route,
    dns,
    send: async (mail, { isSigned = true } = {}) => {
      const transport = createTransport({
        host: '127.0.0.1',
        port: postfix?.port ?? port,
        lmtp: postfix === null && protocol === 'lmtp',
        ignoreTLS: true,
        ...(isSigned ? { dkim } : {}),
      });
      const { response } = await transport.sendMail(mail);
      if (postfix === null) return;
      const attempts = await postfix.log.settled(/queued as (\w+)/.exec(response)?.[1] ?? '');
      const refused = attempts.find((line) => !line.includes(' status=sent '));
      if (refused !== undefined) throw new Error(refused);
    },
    stop: async () => {
      await postfix?.stop();
      await listener.stop();
    },
  };
}
