import type { Message } from '@cobid/embedded/inbox/message.ts';

/** A mail as nodemailer takes it. */
export interface BareMail {
  from: string;
  to: string;
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: Record<string, string>;
}

const OTHERS = ['auto-submitted', 'content-language', 'x-cobid', 'list-unsubscribe', 'list-unsubscribe-post'];

/** What one has to tell nodemailer to have it write a mail again, but for the date and the boundary. */
export function toBareMail({ headers, subject, text, html, messageId }: Message): BareMail {
  const replyTo = headers['reply-to'];
  return {
    from: headers['from'] ?? '',
    to: headers['to'] ?? '',
    ...(replyTo === undefined ? {} : { replyTo }),
    subject,
    text,
    html,
    messageId: `<${messageId}>`,
    headers: Object.fromEntries(
      OTHERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
    ),
  };
}
