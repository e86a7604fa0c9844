import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { readMailReport } from '@cobid/domain/reply/mailReport.ts';
import type { MailReport } from '@cobid/domain/reply/mailReport.ts';
import { textOfHtml } from './textOfHtml.ts';

/** What is kept of a mail that came in: no attachments. */
export interface InboundContent {
  /** The address in From, lower case; '' if there is none that can be read. */
  from: string;
  /** Addresses in To and Cc, lower case. */
  addressees: string[];
  subject: string;
  messageId: string;
  /** By lower-case name; of a header that comes several times the first. */
  headers: Record<string, string>;
  text: string;
  report: MailReport | null;
}

/** More than this nobody types into a reply. */
const MOST_TEXT = 20_000;

const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 };

/** Reads a raw mail. Never throws: one that is broken has what could be read of it. */
export async function readInbound(raw: Buffer): Promise<InboundContent> {
  try {
    return contentOf(await PostalMime.parse(raw, limits));
  } catch {
    return { from: '', addressees: [], subject: '', messageId: '', headers: {}, text: '', report: null };
  }
}

function contentOf(mail: Email): InboundContent {
  const headers: Record<string, string> = {};
  for (const { key, value } of mail.headers) if (!Object.hasOwn(headers, key)) headers[key] = value;
  const text = mail.text?.trim() ? mail.text : textOfHtml((mail.html ?? '').slice(0, 20 * MOST_TEXT));
  return {
    from: addressesIn(mail.from === undefined ? [] : [mail.from])[0] ?? '',
    addressees: addressesIn([...(mail.to ?? []), ...(mail.cc ?? [])]),
    subject: oneLine(mail.subject ?? ''),
    messageId: mail.messageId ?? '',
    headers,
    text: text.replaceAll('\u0000', '').slice(0, MOST_TEXT),
    report: reportIn(mail),
  };
}

function addressesIn(
  all: readonly { address?: string | undefined; group?: { address: string }[] | undefined }[],
) {
  return all
    .flatMap(({ address, group }) => [address, ...(group ?? []).map((member) => member.address)])
    .filter((address): address is string => address !== undefined && address !== '')
    .map((address) => address.toLowerCase());
}

function reportIn({ attachments }: Email): MailReport | null {
  for (const { mimeType, content } of attachments) {
    if (!/^message\/(?:(?:global-)?delivery-status|feedback-report)$/.test(mimeType)) continue;
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
    const report = readMailReport(mimeType, bytes.toString('utf8', 0, 64 * 1024));
    if (report !== null) return report;
  }
  return null;
}

const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
