import type { Language } from '@cobid/domain/language.ts';
import { renderMail } from '@cobid/worker/mail/renderMail.ts';
import { sampleMails } from '@cobid/worker/mail/samples.ts';
import { previewPage } from './previewPage.ts';
import type { PreviewedMail } from './previewPage.ts';

const schemes = ['light', 'dark'] as const;

/** The page of a language, and each of its mails as a page of its own, once in light and once in dark. */
export function previewFiles(language: Language): { name: string; html: string }[] {
  const mails: PreviewedMail[] = [];
  const files: { name: string; html: string }[] = [];
  for (const { kind, content } of sampleMails(language)) {
    const number = 1 + mails.filter((mail) => mail.kind === kind).length;
    const { html, subject, text } = renderMail(content);
    const name = (scheme: string) => `${kind}-${number}.${language}.${scheme}.html`;
    files.push(...schemes.map((scheme) => ({ name: name(scheme), html: shownIn(scheme, html) })));
    mails.push({ kind, subject, text, frames: schemes.map((scheme) => ({ scheme, file: name(scheme) })) });
  }
  return [{ name: `${language}.html`, html: previewPage(language, mails) }, ...files];
}

/** The same mail as a program shows it whose reader has chosen this scheme, whatever the browser's is. */
function shownIn(scheme: 'light' | 'dark', html: string): string {
  return html.replaceAll(
    '@media (prefers-color-scheme: dark)',
    scheme === 'dark' ? '@media all' : '@media not all',
  );
}
