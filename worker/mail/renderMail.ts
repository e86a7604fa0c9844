import type { Language } from '@cobid/domain/language.ts';
import type { MailContent, Unsubscribe } from './content.ts';
import { layout } from './layout.ts';
import { plainText } from './plainText.ts';

/** A mail that is ready to be sent: both parts say the same. */
export interface Mail {
  /** One line, whatever names and titles it is made of. */
  subject: string;
  html: string;
  text: string;
  lang: Language;
  unsubscribe: Unsubscribe | null;
}

/** The document type that mail programs have drawn longest. */
const XHTML =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Writes a mail's HTML and plain-text part. */
export function renderMail(content: MailContent): Mail {
  const subject = oneLine(content.subject);
  return {
    subject,
    html: `${XHTML}${layout({ ...content, subject }).html}`,
    text: plainText(content),
    lang: content.lang,
    unsubscribe: content.unsubscribe ?? null,
  };
}

/** Without line breaks or control characters, which could forge headers, and no longer than inboxes show. */
function oneLine(text: string, most = 140): string {
  const letters = [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()];
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
