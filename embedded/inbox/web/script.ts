/**
 * The script of the inbox's pages: times in the reader's zone, the list that renews itself when mail comes, and the
 * button that deletes all. Plain JavaScript in a string, so that it needs no build of its own.
 */
export const script = `
'use strict';
const localTimes = (root) => {
  for (const time of root.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    time.textContent = at.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
  }
};
localTimes(document);

const list = document.querySelector('[data-live]');
const news = document.getElementById('news');
const count = () => list.querySelectorAll('li').length;

const renew = async () => {
  const reply = await fetch(location.href);
  const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
  const before = count();
  const focused = document.activeElement && list.contains(document.activeElement) ? document.activeElement.id : '';
  list.replaceChildren(...next.querySelector('[data-live]').childNodes);
  document.getElementById('recipients').replaceChildren(...next.getElementById('recipients').childNodes);
  document.title = next.title;
  localTimes(list);
  if (focused) document.getElementById(focused)?.focus();
  const more = count() - before;
  if (more > 0) news.textContent = more === 1 ? 'One new mail' : more + ' new mails';
};

if (list) {
  let waiting;
  const changed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => renew().catch(() => {}), 150);
  };
  const events = new EventSource('/events');
  events.addEventListener('message', changed);
  events.addEventListener('open', changed);
  list.addEventListener('click', async (event) => {
    if (!event.target.closest('[data-clear]')) return;
    if (!confirm('Delete all mail in this inbox? This cannot be undone.')) return;
    await fetch('/api/messages', { method: 'DELETE' });
    document.getElementById('main').focus();
  });
}
`;
