import { once } from 'node:events';
import { freePort } from '../process/freePort.ts';
import { openMessageStore } from './messageStore.ts';
import type { ReplyTarget } from './reply.ts';
import { smtpServer } from './smtp.ts';
import { webServer } from './web/server.ts';

/** An inbox that runs in this process: `smtpUrl` is what SMTP_URL would say, `url` is its web view. */
export interface Inbox {
  smtpUrl: string;
  url: string;
  stop: () => Promise<void>;
}

/**
 * Starts an SMTP server that accepts every mail and a web view of them, with the mail under `data`. Ports that are
 * taken, or not named, are replaced by free ones. On another host than the loopback it can be reached from outside:
 * it asks nobody who they are.
 */
export async function startInbox(options: {
  data: string;
  smtpPort?: number;
  webPort?: number;
  host?: string;
  /** Where replies go, if anybody takes them. */
  replies?: ReplyTarget;
}): Promise<Inbox> {
  const { data, host = '127.0.0.1', replies } = options;
  const store = openMessageStore(data);
  const smtp = smtpServer(store);
  const web = webServer(store, { localOnly: host === '127.0.0.1', replies });
  const smtpPort = await freePort(options.smtpPort, host);
  const smtpListens = smtp.listen(smtpPort, host);
  await once(smtpListens, 'listening');
  const webPort = await freePort(options.webPort, host);
  web.listen(webPort, host);
  await once(web, 'listening');
  smtp.on('error', () => undefined); // a client that went away in mid-sentence; its mail was not confirmed
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://localhost:${webPort}`,
    async stop() {
      web.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => web.close(() => resolve())),
        new Promise<void>((resolve) => smtp.close(() => resolve())),
      ]);
    },
  };
}
