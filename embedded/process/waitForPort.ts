import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves to true once something accepts TCP connections there, to false after `timeoutMs` or when the signal aborts. */
export async function waitForPort(
  port: number,
  options: { host?: string; timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<boolean> {
  const { host = '127.0.0.1', timeoutMs = 15_000, signal } = options;
  const deadline = performance.now() + timeoutMs;
  while (signal?.aborted !== true && performance.now() < deadline) {
    if (await accepts(port, host)) return true;
    await sleep(15);
  }
  return false;
}

function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const answer = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.setTimeout(1_000, () => answer(false));
  });
}
