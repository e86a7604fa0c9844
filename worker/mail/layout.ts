import { blockMarkup } from './blockMarkup.ts';
import type { MailContent } from './content.ts';
import { constants, markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { dark, light, sans, serif } from './palette.ts';

/** Mail programs that know dark mode follow the reader's choice; `!important` outranks the inline colours. */
const darkMode: Markup = {
  html: `@media (prefers-color-scheme: dark) {
.page { background: ${dark.page} !important }
.sheet { background: ${dark.sheet} !important; border-color: ${dark.line} !important }
.text { color: ${dark.text} !important }
.quiet { color: ${dark.quiet} !important }
.link { color: ${dark.link} !important }
.line { border-color: ${dark.line} !important }
.button { background: ${dark.button} !important; color: ${dark.onButton} !important; border-color: ${dark.button} !important }
.choice { color: ${dark.link} !important; border-color: ${dark.line} !important }
}`,
};

const head = markup`
  <meta charset="utf-8"/>
  <meta name="viewport" content="width=device-width, initial-scale=1"/>
  <meta name="color-scheme" content="light dark"/>
  <meta name="supported-color-schemes" content="light dark"/>`;

const frame = constants({
  page: `margin:0;padding:0;background:${light.page}`,
  preview: 'display:none;max-height:0;overflow:hidden',
  cell: `padding:24px 12px;font-family:${sans}`,
  column: 'max-width:600px;margin:0 auto;text-align:left',
  sheet: `background:${light.sheet};border:1px solid ${light.line};border-radius:12px;padding:28px 20px 12px`,
  title: `margin:0 0 20px;font:600 25px/1.25 ${serif};color:${light.text}`,
  footer: 'padding:20px 24px 8px',
  small: `margin:0 0 8px;font-size:14px;line-height:1.5;color:${light.quiet}`,
  link: `color:${light.link}`,
});

/** A mail as one column of real headings, text and links; readable without images, which there are none of. */
export function layout(content: MailContent): Markup {
  const { lang, subject, preview, title, blocks } = content;
  return markup`
    <html lang="${lang}">
      <head>${head}<title>${subject}</title><style>${darkMode}</style></head>
      <body class="page" style="${frame.page}">
        <div style="${frame.preview}">${preview}</div>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" lang="${lang}">
          <tbody><tr><td align="center" style="${frame.cell}">
            <div style="${frame.column}">
              <div class="sheet" style="${frame.sheet}">
                <h1 class="text" style="${frame.title}">${title}</h1>
                ${blocks.map(blockMarkup)}
              </div>
              ${footerMarkup(content)}
            </div>
          </td></tr></tbody>
        </table>
      </body>
    </html>`;
}

function footerMarkup({ footer: { why, actions } }: MailContent): Markup {
  return markup`
    <div style="${frame.footer}">
      <p class="quiet" style="${frame.small}">${why}</p>
      ${actions.map(
        ({ text, href }) =>
          markup`<p style="${frame.small}"><a href="${href}" class="link" style="${frame.link}">${text}</a></p>`,
      )}
    </div>`;
}
