import { hasSwitch, isAboutTenders } from '@cobid/domain/mail/rules.ts';
import type { DeliveryKind } from '@cobid/platform/mongo/models/delivery.ts';
import type { Mail } from './renderMail.ts';

/**
 * Headers that the DKIM signature covers: all that a reader or a program acts on. Both List-Unsubscribe headers have to
 * be among them (RFC 8058, section 4), which nodemailer's own list does not see to.
 */
export const signedHeaders = [
  'From',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'To',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Content-Language',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Auto-Submitted',
  'X-Cobid',
].join(':');

/**
 * The headers of a mail beyond the usual: no automatic answers (RFC 3834), which kind it is, and where it can be
 * stopped, how: with one click, without signing in (RFC 8058), or by a mail. `addresses` are those of the inbound domain
 * that stop mails about tenders, and mails of this kind alone; null where no mail comes back.
 */
export function mailHeaders(
  { lang, unsubscribe }: Mail,
  kind: DeliveryKind,
  addresses: { tenders: string; kind: string } | null,
  sender: string,
): Record<string, string> {
  const always = { 'Auto-Submitted': 'auto-generated', 'Content-Language': lang, 'X-Cobid': kind };
  if (unsubscribe === null) {
    if (addresses === null || !hasSwitch(kind)) return always;
    return { ...always, 'List-Unsubscribe': `<mailto:${addresses.kind}?subject=unsubscribe>` };
  }
  const mailto =
    addresses === null
      ? `${sender}?subject=${encodeURIComponent(`unsubscribe ${unsubscribe.token}`)}`
      : `${isAboutTenders(kind) ? addresses.tenders : addresses.kind}?subject=unsubscribe`;
  return {
    ...always,
    'List-Unsubscribe': `<${unsubscribe.url}>, <mailto:${mailto}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
