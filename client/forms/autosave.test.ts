import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ApiError, offlineProblem, readProblem } from '../api/problem.ts';
import { createAutosave } from './autosave.ts';

interface Fields {
  title: string;
  days: number;
}

/** A server that keeps what it was sent, and fails when told to. */
function server() {
  const sent: { version: number; fields: Partial<Fields> }[] = [];
  const failures: Error[] = [];
  const save = async (version: number, fields: Partial<Fields>) => {
    sent.push({ version, fields });
    await Promise.resolve();
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    return { version: version + 1 };
  };
  return { sent, failures, save };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('autosave', () => {
  test('sends one request a moment after the last change, with the newest of each field', async () => {
    const { sent, save } = server();
    const autosave = createAutosave<Fields>({ version: 3, save });
    autosave.change({ title: 'T' });
    autosave.change({ title: 'Tram', days: 2 });
    expect(autosave.read().status).toBe('waiting');
    await jest.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual([{ version: 3, fields: { title: 'Tram', days: 2 } }]);
    expect(autosave.read().status).toBe('saved');
    expect(autosave.version()).toBe(4);
  });

  test('changes made while saving go out next, on the version that was made', async () => {
    const { sent, save } = server();
    const autosave = createAutosave<Fields>({ version: 1, save });
    autosave.change({ title: 'a' });
    const done = autosave.flush();
    autosave.change({ title: 'b' });
    await done;
    expect(sent).toEqual([
      { version: 1, fields: { title: 'a' } },
      { version: 2, fields: { title: 'b' } },
    ]);
  });

  test('what failed is kept and goes out with the next try', async () => {
    const { sent, failures, save } = server();
    const autosave = createAutosave<Fields>({ version: 1, save });
    failures.push(new ApiError(offlineProblem()));
    autosave.change({ title: 'a', days: 1 });
    await autosave.flush();
    expect(autosave.read()).toMatchObject({ status: 'failed', problem: { status: 0 } });
    autosave.change({ days: 2 });
    await autosave.flush();
    expect(sent.at(-1)).toEqual({ version: 1, fields: { title: 'a', days: 2 } });
    expect(autosave.read().status).toBe('saved');
  });

  test('a stale version stops it: nothing overwrites what somebody else saved', async () => {
    const { sent, failures, save } = server();
    const autosave = createAutosave<Fields>({ version: 1, save });
    failures.push(new ApiError(readProblem(409, { reason: 'stale_version' }, null)));
    autosave.change({ title: 'a' });
    await autosave.flush();
    expect(autosave.read().status).toBe('stale');
    autosave.change({ title: 'b' });
    await jest.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
  });
});
