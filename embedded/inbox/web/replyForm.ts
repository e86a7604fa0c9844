import type { Message } from '../message.ts';
import { answerAddresses } from '../reply.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';

/** What a reply is to begin with, and how the last one went. */
export interface ReplyDraft {
  /** An address of the mail; '' for that of Reply-To. */
  to: string;
  text: string;
  /** What happened when it was sent; '' if it was not. */
  news: string;
}

/** A form that answers a mail as its recipient; nothing where the mail names no address for that. */
export function replyForm(message: Message, draft: ReplyDraft): Markup {
  const { reply, unsubscribe, all } = answerAddresses(message);
  const to = all.has(draft.to) ? draft.to : reply;
  const [recipient = ''] = message.to;
  const action = `/messages/${message.id}/reply`;
  return html`${
    to !== null &&
    html`<form class="reply" id="reply" method="post" action="${action}">
      <h2>Reply as ${recipient}</h2>
      ${draft.news !== '' && html`<p role="status" class="news">${draft.news}</p>`}
      <input type="hidden" name="to" value="${to}" />
      <label>Your words <textarea name="text" rows="4" required>${draft.text}</textarea></label>
      <label class="check"
        ><input type="checkbox" name="forged" value="yes" /> Send it as a stranger would: without proof that
        it is from this mailbox</label
      >
      <button>Send the reply</button>
    </form>`
  }
  ${
    unsubscribe !== null &&
    html`<form class="reply" method="post" action="${action}">
      <input type="hidden" name="to" value="${unsubscribe}" />
      <input type="hidden" name="text" value="unsubscribe" />
      <button>Unsubscribe by mail</button>
    </form>`
  }`;
}

/** Lets a link that begins a mail begin it in this inbox; others are left as they are. */
export function withMailtoHere({ id, html: body }: Message): string {
  return body.replace(/href="mailto:([^"]*)"/g, (_, href: string) => {
    const [to = '', query = ''] = href.replaceAll('&amp;', '&').split('?');
    const text = new URLSearchParams(query).get('body') ?? '';
    const search = new URLSearchParams({ to, text }).toString().replaceAll('&', '&amp;');
    return `href="/messages/${id}?${search}#reply"`;
  });
}
