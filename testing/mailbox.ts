import { setTimeout as wait } from 'node:timers/promises';
import type { Message } from '@cobid/embedded/inbox/message.ts';

/** All mail that arrived in an inbox, newest first. */
export interface Mailbox {
  /** What came for an address, or for anybody. */
  messages(filter?: { to?: string }): Promise<Message[]>;
  /** The newest mail for an address whose subject holds these words; waits for it, and throws after 10 s. */
  mailFor(to: string, subject?: string): Promise<Message>;
  clear(): Promise<void>;
}

/** Reads the inbox at this address (INBOX_URL). */
export function openMailbox(inboxUrl: string): Mailbox {
  async function messages({ to }: { to?: string } = {}): Promise<Message[]> {
    const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
    const reply = await fetch(`${inboxUrl}/api/messages${query}`);
    if (!reply.ok) throw new Error(`the inbox answered ${reply.status}`);
    return asMessages(await reply.json());
  }
  return {
    messages,
    mailFor: async (to, subject = '') => {
      for (let waited = 0; waited < 10_000; waited += 50) {
        const found = (await messages({ to })).find((message) => message.subject.includes(subject));
        if (found !== undefined) return found;
        await wait(50);
      }
      throw new Error(`no mail about "${subject}" came for ${to}`);
    },
    clear: async () => void (await fetch(`${inboxUrl}/api/messages`, { method: 'DELETE' })),
  };
}

/** The link in a mail whose path begins like this. */
export function linkIn(message: Pick<Message, 'links'>, path: string): string {
  const link = message.links.find((each) => new URL(each).pathname.startsWith(path));
  if (link === undefined) throw new Error(`the mail has no link to ${path}`);
  return link;
}

/** The inbox is ours and answers with what its type says. */
function asMessages(json: unknown): Message[] {
  if (!Array.isArray(json)) throw new Error('the inbox did not answer with a list');
  const messages: Message[] = json;
  return messages;
}
