import MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';

/** What a message says besides its parts; `headers` are those beyond the usual. */
interface Heading {
  from: { name: string; address: string };
  to: string;
  replyTo: { name: string; address: string } | null;
  subject: string;
  messageId: string;
  headers: Record<string, string>;
}

/**
 * A mail as it goes over the wire (RFC 5322, two alternatives in quoted-printable). nodemailer writes the same through a
 * stream for each part; written at once it takes half of the time, as most of that goes into streams.
 */
export function writeMessage(
  { from, to, replyTo, subject, messageId, headers }: Heading,
  { text, html }: { text: string; html: string },
): Buffer {
  // Encoded text has a hexadecimal digit behind each "=", so that no line of it can be a boundary.
  const boundary = `=_${messageId.slice(1, 33)}`;
  const head = new MimeNode(`multipart/alternative; boundary="${boundary}"`, {
    textEncoding: 'Q',
    baseBoundary: boundary, // or it makes one of random bytes
  });
  head.setHeader({
    From: from,
    To: { name: '', address: to },
    ...(replyTo === null ? {} : { 'Reply-To': replyTo }),
    Subject: subject,
    'Message-ID': messageId,
    ...headers,
  });
  return Buffer.from(
    [
      `${head.buildHeaders()}\r\n`,
      `--${boundary}`,
      part('text/plain', text),
      `--${boundary}`,
      part('text/html', html),
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );
}

function part(type: string, content: string): string {
  const encoded = wrap(encode(content.replace(/\r\n|\r|\n/g, '\r\n')));
  return `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${encoded}`;
}
