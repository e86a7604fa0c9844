import type { Language } from '@cobid/domain/language.ts';
import { render } from '@react-email/render';
import { createElement } from 'react';
import type { MailContent, Unsubscribe } from './content.ts';
import { Layout } from './layout.tsx';
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

/** Writes a mail's HTML and plain-text part. */
export async function renderMail(content: MailContent): Promise<Mail> {
  const subject = oneLine(content.subject);
  return {
    subject,
    html: await render(createElement(Layout, { content: { ...content, subject } })),
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
