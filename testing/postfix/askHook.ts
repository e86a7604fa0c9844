import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import type { SinkHook } from '../mailSink.ts';

/** What postfix asks at each step of a conversation (SMTPD_POLICY_README): attributes, then an empty line. */
interface HookService {
  port: number;
  stop(): void;
}

const steps = { MAIL: ['mail'], RCPT: ['rcpt'], 'END-OF-MESSAGE': ['data', 'stored'] } as const;

/** Lets a test's hook decide what postfix says: what it throws is the refusal, in postfix's own frame. */
export async function answerPostfix(hook: SinkHook): Promise<HookService> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    let received = '';
    let before: Promise<unknown> = Promise.resolve();
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      received += chunk;
      const asked = received.split('\n\n');
      received = asked.pop() ?? '';
      for (const attributes of asked) {
        before = before.then(async () => socket.write(`action=${await decide(attributes, hook)}\n\n`));
      }
    });
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    stop: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

async function decide(attributes: string, hook: SinkHook): Promise<string> {
  const valueOf = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(attributes)?.[1] ?? '';
  const state = valueOf('protocol_state');
  const names = state === 'MAIL' || state === 'RCPT' || state === 'END-OF-MESSAGE' ? steps[state] : [];
  try {
    for (const name of names) await hook(name, valueOf(name === 'mail' ? 'sender' : 'recipient'));
    return 'DUNNO';
  } catch (error) {
    const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 450;
    return `${code} ${error instanceof Error ? error.message : String(error)}`;
  }
}
