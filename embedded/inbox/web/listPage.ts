import type { Message } from '../message.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';
import { moment, page } from './page.ts';

/** What the list page shows, and what was asked for. */
export interface ListView {
  messages: readonly Message[];
  recipients: readonly string[];
  to: string;
  search: string;
}

/** The page with all mail, newest first, with a filter by recipient and a search. */
export function listPage(view: ListView): string {
  return page({
    title: `Inbox (${view.messages.length})`,
    main: html`<h1>Mail</h1>
      ${filterForm(view)}
      <div id="messages" data-live>${messageList(view)}</div>`,
  });
}

function filterForm({ recipients, to, search }: ListView): Markup {
  return html`<form class="filter" role="search" method="get" action="/">
    <label
      >Recipient <input name="to" type="email" list="recipients" value="${to}" autocomplete="off"
    /></label>
    <datalist id="recipients">
      ${recipients.map((address) => html`<option value="${address}"></option>`)}
    </datalist>
    <label>Search <input name="q" type="search" value="${search}" /></label>
    <button>Show</button>
    ${(to !== '' || search !== '') && html`<a href="/">Show all</a>`}
  </form>`;
}

function messageList({ messages, to, search }: ListView): Markup {
  if (messages.length === 0) {
    const filtered = to !== '' || search !== '';
    return html`<p class="empty">
      ${filtered ? 'No mail fits this filter.' : 'No mail yet. It appears here by itself as soon as it is sent.'}
    </p>`;
  }
  return html`<p class="count">${messages.length === 1 ? '1 mail' : `${messages.length} mails`}</p>
    <ol class="messages">
      ${messages.map(listItem)}
    </ol>
    <p><button type="button" class="danger" data-clear>Delete all mail</button></p>`;
}

function listItem(message: Message): Markup {
  return html`<li>
    <a href="/messages/${message.id}" id="m-${message.id}">
      <span class="subject">${message.subject || '(no subject)'}</span>
      <span class="to">to ${message.to.join(', ') || 'nobody'}</span>
      ${moment(message.receivedAt)}
      <span class="snippet">${message.text.replace(/\s+/g, ' ').slice(0, 160)}</span>
    </a>
  </li>`;
}
