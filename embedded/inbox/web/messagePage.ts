import type { Message, MessageFile } from '../message.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';
import { moment, page } from './page.ts';
import { replyForm } from './replyForm.ts';
import type { ReplyDraft } from './replyForm.ts';

/** The ways to look at one mail. */
export const messageViews = ['html', 'text', 'headers', 'source'] as const;
export type MessageView = (typeof messageViews)[number];

const labels: Record<MessageView, string> = {
  html: 'HTML',
  text: 'Plain text',
  headers: 'Headers',
  source: 'Source',
};

/** The page with one mail in one of its views. */
export function messagePage(
  { message, files, raw }: { message: Message; files: readonly MessageFile[]; raw: Buffer },
  view: MessageView,
  /** Null where no mail is taken in. */
  draft: ReplyDraft | null,
): string {
  const subject = message.subject || '(no subject)';
  return page({
    title: subject,
    main: html`<p><a href="/">← All mail</a></p>
      <h1>${subject}</h1>
      <dl class="facts">
        <div>
          <dt>From</dt>
          <dd>${message.headers.from ?? message.from}</dd>
        </div>
        <div>
          <dt>To</dt>
          <dd>${message.to.map(recipientLink)}</dd>
        </div>
        <div>
          <dt>Received</dt>
          <dd>${moment(message.receivedAt)}</dd>
        </div>
        ${
          files.length > 0 &&
          html`<div>
            <dt>Files</dt>
            <dd>${fileList(message, files)}</dd>
          </div>`
        }
      </dl>
      <nav aria-label="Views of this mail" class="views">
        ${messageViews.map((name) => viewLink(message, name, view))}
      </nav>
      ${body(message, raw, view)} ${draft !== null && replyForm(message, draft)}`,
  });
}

function recipientLink(address: string): Markup {
  return html`<a href="/?to=${encodeURIComponent(address)}">${address}</a> `;
}

function fileList({ id }: Message, files: readonly MessageFile[]): Markup[] {
  return files.map(
    ({ name, content }, at) =>
      html`<a href="/messages/${id}/files/${at}">${name}</a> (${content.length} bytes) `,
  );
}

function viewLink({ id }: Message, name: MessageView, current: MessageView): Markup {
  return html`<a href="/messages/${id}?view=${name}" ${name === current && html`aria-current="page"`}
    >${labels[name]}</a
  >`;
}

function body(message: Message, raw: Buffer, view: MessageView): Markup {
  switch (view) {
    case 'html':
      return message.html === ''
        ? html`<p class="empty">This mail has no HTML part.</p>`
        : html`<iframe
            title="HTML part of the mail"
            src="/messages/${message.id}/html"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          ></iframe>`;
    case 'text':
      return html`<pre class="text" tabindex="0" aria-label="Plain text">${withLinks(message.text)}</pre>`;
    case 'headers':
      return html`<dl class="headers">${Object.entries(message.headers).map(headerRow)}</dl>`;
    case 'source':
      return html`<pre tabindex="0" aria-label="Source">${raw.toString('utf8')}</pre>`;
  }
}

function headerRow([name, value]: [string, string]): Markup {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function withLinks(text: string): Markup[] {
  return text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/).map((part, at) => {
    return at % 2 === 0
      ? html`${part}`
      : html`<a href="${part}" target="_blank" rel="noreferrer">${part}</a>`;
  });
}
