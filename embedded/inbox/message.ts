import PostalMime from 'postal-mime';
import type { Address, Attachment } from 'postal-mime';

/** A mail as it arrived; the JSON of `GET /api/messages` is a list of these, less the attachments' content. */
export interface Message {
  id: string;
  /** ISO 8601, by the inbox's clock. */
  receivedAt: string;
  /** The address in the From header, lower case; else the envelope's sender. */
  from: string;
  /** The envelope's recipients, lower case: who really got it, blind copies too. */
  to: string[];
  subject: string;
  text: string;
  /** Empty when there is no HTML part. Images that the mail brings along are data: URLs. */
  html: string;
  /** By lower-case name; a header that comes several times has its values joined by line breaks. */
  headers: Record<string, string>;
  /** Without its angle brackets; empty if there is none. */
  messageId: string;
  /** Every http(s) address in the text and in the HTML's links, each once, in order of appearance. */
  links: string[];
}

/** A file that came with a mail. */
export interface MessageFile {
  name: string;
  type: string;
  content: Buffer;
}

/** What SMTP said of a message, apart from the message itself. */
export interface Envelope {
  id: string;
  receivedAt: Date;
  from: string;
  to: string[];
}

/** Reads a raw message; one that cannot be parsed is shown as text rather than lost. */
export async function readMessage(
  raw: Buffer,
  envelope: Envelope,
): Promise<{ message: Message; files: MessageFile[] }> {
  const known = {
    id: envelope.id,
    receivedAt: envelope.receivedAt.toISOString(),
    to: envelope.to.map((address) => address.toLowerCase()),
  };
  try {
    const parsed = await PostalMime.parse(raw);
    const text = parsed.text ?? '';
    const html = withInlineImages(parsed.html ?? '', parsed.attachments);
    const message: Message = {
      ...known,
      from: (addressOf(parsed.from) ?? envelope.from).toLowerCase(),
      subject: parsed.subject ?? '',
      text,
      html,
      headers: joinHeaders(parsed.headers),
      messageId: (parsed.messageId ?? '').replace(/^<|>$/g, ''),
      links: findLinks(text, html),
    };
    return { message, files: parsed.attachments.map(fileOf) };
  } catch {
    const text = raw.toString('utf8');
    const unread = {
      from: envelope.from,
      subject: '(unreadable message)',
      html: '',
      headers: {},
      messageId: '',
    };
    return { message: { ...known, ...unread, text, links: findLinks(text, '') }, files: [] };
  }
}

function addressOf(address: Address | undefined): string | undefined {
  return address?.address ?? address?.group?.[0]?.address;
}

function joinHeaders(headers: readonly { key: string; value: string }[]): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const { key, value } of headers) {
    joined[key] = key in joined ? `${joined[key]}\n${value}` : value;
  }
  return joined;
}

/** Every http(s) address in a plain text and in the links of an HTML, each once. */
export function findLinks(text: string, html: string): string[] {
  const inText = [...text.matchAll(/https?:\/\/[^\s<>"']+/g)].map(([link]) =>
    link.replace(/[.,;:!?)\]]+$/, ''),
  );
  const inHtml = [...html.matchAll(/<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
    ([, double, single]) => decodeEntities(double ?? single ?? '').trim(),
  );
  return [...new Set([...inText, ...inHtml])].filter((link) => /^https?:\/\//.test(link));
}

function decodeEntities(value: string): string {
  return value
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function withInlineImages(html: string, attachments: readonly Attachment[]): string {
  let result = html;
  for (const attachment of attachments) {
    if (attachment.contentId === undefined) continue;
    const url = `data:${attachment.mimeType};base64,${bytesOf(attachment).toString('base64')}`;
    result = result.replaceAll(`cid:${attachment.contentId.replace(/^<|>$/g, '')}`, url);
  }
  return result;
}

function fileOf(attachment: Attachment, index: number): MessageFile {
  const name = attachment.filename ?? `part-${index + 1}`;
  return { name, type: attachment.mimeType, content: bytesOf(attachment) };
}

function bytesOf({ content }: Attachment): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof ArrayBuffer ? Buffer.from(content) : Buffer.from(content);
}
