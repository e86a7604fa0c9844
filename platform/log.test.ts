import { Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  write(createLog({ level: 'info', service: 'test', sink }));
  return lines.join('');
}

describe('the log', () => {
  test('is one line of JSON with ids', () => {
    const line = logged((log) => log.info({ personId: 'p1' }, 'request'));
    expect(JSON.parse(line)).toMatchObject({
      level: 'info',
      service: 'test',
      personId: 'p1',
      msg: 'request',
    });
  });

  test('keeps no addresses, names or tokens, not even in errors', () => {
    const line = logged((log) => {
      log.info({
        email: 'ana@example.org',
        name: 'Ana',
        token: 'secret-1',
        person: { email: 'ana@example.org' },
      });
      log.error({
        err: new Error('could not send to <ana@example.org>', { cause: new Error('bo@example.org') }),
      });
    });
    expect(line).not.toMatch(/ana@|bo@|Ana|secret-1/);
    expect(line).toContain('could not send to <[address]>');
  });
});
