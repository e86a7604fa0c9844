import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import addressParser from 'nodemailer/lib/addressparser';
import { seconds } from '@cobid/platform/clock.ts';
import type { Mail } from './renderMail.ts';
import { smtpFailure } from './smtpFailure.ts';
import type { SmtpFailure } from './smtpFailure.ts';

/** One mail to one address; the key names the event, and the Message-ID is made of it. */
interface Letter {
  key: string;
  to: string;
  mail: Mail;
}

type Sent = { ok: true; messageId: string } | ({ ok: false } & SmtpFailure);

/** Hands mails to the SMTP server over a few connections that stay open. */
export interface Mailer {
  /** Never throws: what went wrong is in the answer. Gives up after `patienceMs`. */
  send(letter: Letter, patienceMs: number): Promise<Sent>;
  close(): void;
}

/** A mailer for the server that SMTP_URL names. */
export function createMailer(options: {
  smtpUrl: string;
  from: string;
  appUrl: string;
  connections: number;
}): Mailer {
  const { smtpUrl, from, appUrl, connections } = options;
  const [sender] = addressParser(from, { flatten: true });
  if (sender === undefined) throw new Error('MAIL_FROM has no address');
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
  });
  const host = new URL(appUrl).hostname;

  return {
    async send({ key, to, mail }, patienceMs) {
      const messageId = messageIdOf(key, host);
      try {
        await transport.sendMail({
          envelope: { from: sender.address, to: [to] },
          from: { name: sender.name, address: sender.address },
          to: { name: '', address: to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId,
          headers: headersOf(mail, sender.address),
          disableFileAccess: true,
          disableUrlAccess: true,
          signal: AbortSignal.timeout(patienceMs),
        });
        return { ok: true, messageId };
      } catch (error) {
        return { ok: false, ...smtpFailure(error) };
      }
    },
    close: () => transport.close(),
  };
}

/** The same mail has the same Message-ID however often it is sent, so that a second copy can be recognised. */
function messageIdOf(key: string, host: string): string {
  return `<${createHash('sha256').update(key).digest('hex')}@${host}>`;
}

/** No automatic answers, and where a mail can be stopped, how: with one click, without signing in (RFC 8058). */
function headersOf({ lang, unsubscribe }: Mail, sender: string): Record<string, string> {
  const always = { 'Auto-Submitted': 'auto-generated', 'Content-Language': lang };
  if (unsubscribe === null) return always;
  const mailto = `mailto:${sender}?subject=${encodeURIComponent(`unsubscribe ${unsubscribe.token}`)}`;
  return {
    ...always,
    'List-Unsubscribe': `<${unsubscribe.url}>, <${mailto}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
