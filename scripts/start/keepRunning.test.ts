import { describe, expect, test } from '@jest/globals';
import { keepRunning } from './keepRunning.ts';
import type { Running } from './keepRunning.ts';

/** Something to run that a test can end. */
function program() {
  let begun = 0;
  let crash = () => undefined as void;
  const start = async (): Promise<Running> => {
    begun++;
    const ended = new Promise<void>((resolve) => {
      crash = resolve;
    });
    return { ended, stop: async () => crash(), kill: () => crash() };
  };
  return { start, crash: () => crash(), begun: () => begun };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('what is kept running', () => {
  test('is started again after a pause that grows, and says so', async () => {
    const { start, crash, begun } = program();
    const said: string[] = [];
    const kept = await keepRunning('The API', start, (line) => said.push(line));
    crash();
    await until(() => begun() === 2);
    crash();
    await until(() => said.length === 2);
    expect(said).toEqual([
      'The API ended by itself; it is started again in 0.5 s.',
      'The API ended by itself; it is started again in 1 s.',
    ]);
    await kept.stop();
    expect(begun()).toBe(2);
  });

  test('is tried again when it does not start', async () => {
    const { start, crash, begun } = program();
    const said: string[] = [];
    let starts = 0;
    const kept = await keepRunning(
      'Redis',
      async () => {
        if (++starts === 2) throw new Error('its port 6379 is taken');
        return start();
      },
      (line) => said.push(line),
    );
    crash();
    await until(() => begun() === 2);
    expect(said).toContain('Redis did not start: its port 6379 is taken');
    await kept.stop();
  });

  test('ends for good when it is stopped', async () => {
    const { start, begun } = program();
    const said: string[] = [];
    const kept = await keepRunning('The API', start, (line) => said.push(line));
    await kept.stop();
    expect(begun()).toBe(1);
    expect(said).toEqual([]);
  });

  test('has to start the first time', async () => {
    const failing = () => Promise.reject(new Error('there is no such program'));
    await expect(keepRunning('The API', failing, () => undefined)).rejects.toThrow(
      'there is no such program',
    );
  });
});
