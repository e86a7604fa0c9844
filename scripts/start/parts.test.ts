import { describe, expect, test } from '@jest/globals';
import { createParts } from './parts.ts';
import type { Part } from './parts.ts';

function recorder() {
  const events: string[] = [];
  const part = (name: string): Part => ({
    async stop() {
      await new Promise((resolve) => setTimeout(resolve, 5));
      events.push(`${name} stopped`);
    },
    kill: () => void events.push(`${name} killed`),
  });
  return { events, part };
}

describe('the parts of a running Cobid', () => {
  test('stop once, processes before the inbox before the stores', async () => {
    const { events, part } = recorder();
    const parts = createParts();
    parts.add('store', part('redis'));
    parts.add('inbox', part('inbox'));
    parts.add('process', part('api'));
    await Promise.all([parts.stop(), parts.stop()]);
    expect(events).toEqual(['api stopped', 'inbox stopped', 'redis stopped']);
  });

  test('do not stay behind when they come up while all is stopping', async () => {
    const { events, part } = recorder();
    const parts = createParts();
    await parts.stop();
    parts.add('process', part('api'));
    expect(events).toEqual(['api killed']);
  });
});
