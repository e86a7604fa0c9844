import { html } from './html.ts';
import type { Markup } from './html.ts';

/** A whole page of the inbox around its main part. */
export function page({ title, main }: { title: string; main: Markup }): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/inbox.css" />
        <script src="/inbox.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the mail</a>
        <header>
          <a class="home" href="/">Cobid inbox</a>
          <span class="hint">Every mail that this installation sends ends here.</span>
        </header>
        <main id="main" tabindex="-1">${main}</main>
        <p role="status" class="visually-hidden" id="news"></p>
      </body>
    </html>`.markup;
}

/** A moment, shown in UTC until the page's script puts it into the reader's own zone. */
export function moment(iso: string): Markup {
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}
