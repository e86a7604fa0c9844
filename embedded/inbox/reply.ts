import { createTransport } from 'nodemailer';
import type { Message } from './message.ts';

/** Where replies to the mails of an inbox go: an SMTP server, and the name under which the inbox vouches for them. */
export interface ReplyTarget {
  url: string;
  authservId: string;
}

/** What somebody writes in the web view of the inbox. */
export interface ReplyInput {
  /** One of the addresses that the mail carries along. */
  to: string;
  text: string;
  /** Whether the inbox vouches for the mailbox, as the mail server that somebody has signed in at does. */
  isVouchedFor: boolean;
}

/** The addresses that a mail says it can be answered at: Reply-To, how to unsubscribe by mail, and links in it. */
export function answerAddresses({ headers, html }: Pick<Message, 'headers' | 'html'>): {
  reply: string | null;
  unsubscribe: string | null;
  all: ReadonlySet<string>;
} {
  const reply = /<([^<>]+)>\s*$/.exec(headers['reply-to'] ?? '')?.[1] ?? null;
  const unsubscribe = /<mailto:([^<>?]+)/.exec(headers['list-unsubscribe'] ?? '')?.[1] ?? null;
  const linked = [...html.matchAll(/href="mailto:([^"?]+)/g)].map(([, address = '']) => address);
  const found = [reply, unsubscribe, ...linked].filter((address) => address !== null);
  return { reply, unsubscribe, all: new Set(found) };
}

/**
 * Sends a reply as the mail program of the mail's first recipient would, by way of this inbox as their mail server. It
 * vouches for the mailbox in Authentication-Results (RFC 8601), because DKIM and SPF need a DNS that knows it. Rejects
 * with what the server says.
 */
export async function sendReply(
  message: Message,
  { to, text, isVouchedFor }: ReplyInput,
  { url, authservId }: ReplyTarget,
): Promise<void> {
  const [from = ''] = message.to;
  const quoted = message.text.trimEnd().replace(/^/gm, '> ');
  const transport = createTransport({
    url,
    ignoreTLS: true,
    connectionTimeout: 5_000,
    socketTimeout: 15_000,
  });
  await transport.sendMail({
    from,
    to,
    subject: `Re: ${message.subject}`,
    text: `${text}\n\nOn ${new Date(message.receivedAt).toUTCString()}, Cobid wrote:\n${quoted}\n`,
    ...(message.messageId === '' ? {} : { inReplyTo: `<${message.messageId}>` }),
    headers: isVouchedFor ? { 'Authentication-Results': `${authservId}; auth=pass smtp.auth=${from}` } : {},
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
