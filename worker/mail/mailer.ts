import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import addressParser from 'nodemailer/lib/addressparser';
import { seconds } from '@cobid/platform/clock.ts';
import type { Config, DkimKey } from '@cobid/platform/config.ts';
import { mailAddress } from '@cobid/platform/mailAddress.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { mailHeaders, signedHeaders } from './headers.ts';
import type { Mail } from './renderMail.ts';
import { smtpFailure } from './smtpFailure.ts';
import type { SmtpFailure } from './smtpFailure.ts';
import { writeMessage } from './writeMessage.ts';

/** One mail to one address; the key names the event, and the Message-ID is made of it. */
interface Letter {
  delivery: Pick<DeliveryRecord, 'id' | 'key' | 'kind' | 'email'>;
  mail: Mail;
}

type Sent = { ok: true; messageId: string } | ({ ok: false } & SmtpFailure);

/** Hands mails to the SMTP server over a few connections that stay open. */
export interface Mailer {
  /** Never throws: what went wrong is in the answer. Gives up after `patienceMs`. */
  send(letter: Letter, patienceMs: number): Promise<Sent>;
  close(): void;
}

/** What a mailer needs to know of the settings. */
export type MailSettings = Pick<
  Config,
  | 'APP_URL'
  | 'COBID_SECRET'
  | 'DKIM_KEYS'
  | 'INBOUND_DOMAIN'
  | 'MAIL_FROM'
  | 'SIGN_IN_MAIL_FROM'
  | 'SIGN_IN_SMTP_URL'
  | 'SMTP_URL'
>;

/** A pool for the mails that people sign in with, and one for all others: neither waits for the other. */
export function createMailer(settings: MailSettings, connections: number): Mailer {
  const { APP_URL, COBID_SECRET, DKIM_KEYS, INBOUND_DOMAIN, MAIL_FROM, SMTP_URL } = settings;
  const usual = createStream(SMTP_URL, MAIL_FROM, DKIM_KEYS[0], connections);
  const signIn = createStream(
    settings.SIGN_IN_SMTP_URL ?? SMTP_URL,
    settings.SIGN_IN_MAIL_FROM ?? MAIL_FROM,
    DKIM_KEYS[0],
    connections,
  );
  const host = new URL(APP_URL).hostname;
  const backTo = (use: 'bounce' | 'reply', deliveryId: string) =>
    INBOUND_DOMAIN === undefined
      ? null
      : mailAddress(COBID_SECRET, use, { deliveryId, item: 0 }, INBOUND_DOMAIN);
  const stopAddresses = (deliveryId: string) => {
    if (INBOUND_DOMAIN === undefined) return null;
    const stop = (item: number) =>
      mailAddress(COBID_SECRET, 'unsubscribe', { deliveryId, item }, INBOUND_DOMAIN);
    return { tenders: stop(0), kind: stop(1) };
  };

  return {
    async send({ delivery: { id, key, kind, email }, mail }, patienceMs) {
      const { transport, sender } = kind === 'signIn' ? signIn : usual;
      const messageId = messageIdOf(key, host);
      const replyTo = kind === 'signIn' ? null : backTo('reply', id);
      // Not AbortSignal.timeout, which keeps each mail in memory until its time is over.
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), patienceMs);
      try {
        const heading = {
          from: sender,
          to: email,
          replyTo: replyTo === null ? null : { name: sender.name, address: replyTo },
          subject: mail.subject,
          messageId,
          headers: mailHeaders(mail, kind, stopAddresses(id), sender.address),
        };
        await transport.sendMail({
          envelope: { from: backTo('bounce', id) ?? sender.address, to: [email] },
          messageId, // or it makes one that goes nowhere
          raw: writeMessage(heading, mail),
          signal: patience.signal,
        });
        return { ok: true, messageId };
      } catch (error) {
        return { ok: false, ...smtpFailure(error) };
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => {
      usual.transport.close();
      signIn.transport.close();
    },
  };
}

/** Connections to one server for mails of one sender, signed for the sender's domain (DKIM). */
function createStream(smtpUrl: string, from: string, key: DkimKey | undefined, connections: number) {
  const [sender] = addressParser(from, { flatten: true });
  if (sender === undefined) throw new Error(`the sender "${from}" has no address`);
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    maxRequeues: 0, // whether to try again is decided in one place: by the delivery's row
    connectionTimeout: seconds(10),
    greetingTimeout: seconds(10),
    socketTimeout: seconds(30),
    disableFileAccess: true,
    disableUrlAccess: true,
    // Debian's mail servers offer STARTTLS with a certificate that they have made themselves; here nobody is in between.
    ...(isOnThisMachine(smtpUrl) ? { tls: { rejectUnauthorized: false } } : {}),
    ...(key === undefined ? {} : { dkim: dkimFor(sender.address, key) }),
  });
  return { transport, sender: { name: sender.name, address: sender.address } };
}

function isOnThisMachine(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/i.test(new URL(url).hostname);
}

function dkimFor(sender: string, { selector, privateKey }: DkimKey) {
  const domainName = sender.slice(sender.lastIndexOf('@') + 1);
  return { domainName, keySelector: selector, privateKey, headerFieldNames: signedHeaders };
}

/** The same mail has the same Message-ID however often it is sent, so that a second copy can be recognised. */
function messageIdOf(key: string, host: string): string {
  return `<${createHash('sha256').update(key).digest('hex')}@${host}>`;
}
