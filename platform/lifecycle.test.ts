import { describe, expect, test } from '@jest/globals';
import { createLifecycle } from './lifecycle.ts';
import { createLog } from './log.ts';

const log = createLog({ level: 'silent', service: 'test' });

describe('a graceful stop', () => {
  test('closes in reverse order, once, and goes on where one fails', async () => {
    const closed: string[] = [];
    const lifecycle = createLifecycle({ log, deadline: 1000 });
    lifecycle.onStop('store', async () => closed.push('store'));
    lifecycle.onStop('queues', () => Promise.reject(new Error('broken')));
    lifecycle.onStop('server', async () => closed.push('server'));
    await Promise.all([lifecycle.stop('test'), lifecycle.stop('again')]);
    expect(closed).toEqual(['server', 'store']);
  });

  test('gives up after the deadline', async () => {
    const lifecycle = createLifecycle({ log, deadline: 20 });
    const held = setTimeout(() => undefined, 1000);
    lifecycle.onStop('stuck', () => new Promise(() => undefined));
    await lifecycle.stop('test');
    clearTimeout(held);
  });
});
