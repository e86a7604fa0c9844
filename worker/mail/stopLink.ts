import type { MailContent, Unsubscribe } from './content.ts';
import { wordsIn } from './words/wordsIn.ts';

/** A mail of a kind that has a switch, with the way to turn it: a link at its end, and one click in the mail program. */
export function withStopLink(content: MailContent, page: string, oneClick: Unsubscribe): MailContent {
  const stop = { text: wordsIn(content.lang).general.stopKind, href: page };
  return {
    ...content,
    footer: { ...content.footer, actions: [...content.footer.actions, stop] },
    unsubscribe: oneClick,
  };
}
