import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { coefficientsInUse } from '@cobid/domain/matching/worthAsking/pastWorkModel.ts';
import { createPastWorkThread, threadFile } from './pastWorkThread.ts';

const source = new URL('./thread.ts', import.meta.url);
const { coefficients } = coefficientsInUse(undefined);
const work = (id: string, text: string) => ({ id, text, client: id, day: 20_000, coops: [`coop-${id}`] });
const works = [
  work('a', 'Accessibility audit of a library'),
  work('b', 'Repair of lifts'),
  work('c', 'Maps of cycle paths'),
];
const asked = (text: string) => ({
  works,
  coefficients,
  questions: [{ text, client: '' }],
  most: 5,
});

function fileWith(script: string): URL {
  const file = join(mkdtempSync(join(tmpdir(), 'cobid-thread-')), 'thread.mjs');
  writeFileSync(file, script);
  return pathToFileURL(file);
}

test('thinks beside the process, which goes on meanwhile', async () => {
  const thread = createPastWorkThread(source);
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const [audits, lifts] = await Promise.all([
    thread.find(asked('Audit of accessibility')),
    thread.find(asked('Lifts')),
  ]);
  clearInterval(timer);
  expect(audits).toMatchObject([[{ coopId: 'coop-a', workIds: ['a'] }]]);
  expect(lifts).toMatchObject([[{ coopId: 'coop-b', workIds: ['b'] }]]);
  expect(turns).toBeGreaterThan(10);
  await thread.stop();
});

test('answers null where it is stopped before it is done', async () => {
  const thread = createPastWorkThread(fileWith('setInterval(() => undefined, 1000);'));
  const waiting = thread.learn(works);
  await thread.stop();
  expect(await waiting).toBeNull();
  expect(await thread.learn(works)).toBeNull();
});

test('fails with what went wrong in it, or where it ends without a word', async () => {
  const broken = createPastWorkThread(fileWith("throw new Error('no memory left');"));
  await expect(broken.learn(works)).rejects.toThrow('no memory left');
  const silent = createPastWorkThread(fileWith(''));
  await expect(silent.learn(works)).rejects.toThrow('ended without an answer');
});

test('lies beside the main file, as its source or as it was built', () => {
  expect(threadFile('file:///app/worker/main.ts').href).toBe('file:///app/worker/pastWork/thread.ts');
  expect(threadFile('file:///app/dist/server/worker.js').href).toBe(
    'file:///app/dist/server/pastWorkThread.js',
  );
});
