import { readMessage } from '@cobid/embedded/inbox/message.ts';
import type { Message } from '@cobid/embedded/inbox/message.ts';
import type { MailSink, SinkHook } from '../mailSink.ts';
import { answerPostfix } from './askHook.ts';
import { followMaildir } from './maildir.ts';
import type { Delivered } from './maildir.ts';
import type { PostfixLog } from './postfixLog.ts';
import { startPostfix } from './startPostfix.ts';

/** What more a postfix knows of its mails. */
export interface PostfixSink extends MailSink {
  log: PostfixLog;
  /** Takes what has come meanwhile into `messages`. */
  readOn(): Promise<void>;
  /** A mail as it lies in the Maildir, with all that postfix has added. */
  wholeOf(message: Message): Buffer;
}

/** A sink that is a postfix: what it is handed goes through its queue into a Maildir, and is read from there. */
export async function startPostfixSink(
  options: { routes?: Record<string, string>; lifetime?: number } = {},
): Promise<PostfixSink> {
  let hook: SinkHook = () => undefined;
  const service = await answerPostfix((step, address) => hook(step, address));
  const postfix = await startPostfix({ ...options, policyPort: service.port });
  const readNew = followMaildir(postfix.maildir);
  const messages: Message[] = [];
  const delivered = new WeakMap<Message, Delivered>();
  const copies = new Map<string, number>();
  const deliveredAs = (message: Message) => {
    const found = delivered.get(message);
    if (found === undefined) throw new Error('this mail did not come here');
    return found;
  };
  let reading: Promise<void> = Promise.resolve();
  const readNewOnes = async () => {
    for (const mail of await readNew()) {
      const envelope = { id: '', receivedAt: new Date(), from: mail.from, to: [mail.to] };
      const { message } = await readMessage(mail.raw, envelope);
      delivered.set(message, mail);
      messages.push(message);
    }
  };
  const readOn = () => (reading = reading.then(readNewOnes));
  return {
    url: postfix.url,
    messages,
    arrived: async (messageId) => {
      const copy = (copies.get(messageId) ?? 0) + 1;
      copies.set(messageId, copy);
      await postfix.log.copySettled(messageId, copy);
      // One after the other, so that mails stay in the order in which they came.
      await readOn();
    },
    wholeOf: (message) => deliveredAs(message).whole,
    log: postfix.log,
    readOn,
    rawOf: (message) => deliveredAs(message).raw,
    senderOf: (message) => deliveredAs(message).from,
    at: (next) => {
      hook = next;
    },
    stop: async () => {
      await postfix.stop();
      service.stop();
    },
  };
}
