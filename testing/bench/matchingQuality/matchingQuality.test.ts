import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { byBm25, byPopularity } from './baselines.ts';
import { qualityFigures } from './qualityFigures.ts';
import { rankFigures } from './rankFigures.ts';
import { readAwards } from './readAwards.ts';
import type { Award } from './readAwards.ts';
import { settingFrom } from './setting.ts';

const folder = mkdtempSync(join(tmpdir(), 'cobid-awards-'));
const KINDS = ['lift', 'roof', 'podcast', 'menu', 'ferry'];

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function award(at: number): Award {
  const kind = KINDS[at % KINDS.length] ?? '';
  const date = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
  return {
    id: `A${at}`,
    title: `Care of a ${kind} in ward ${at}`,
    buyer: 'City',
    suppliers: [`${kind} people`],
    date,
  };
}

const awards = Array.from({ length: 100 }, (_, at) => award(at));
const file = fileOf('awards.jsonl', awards.map((each) => JSON.stringify(each)).join('\n'));

test('ranks are told as the mean reciprocal rank of the best winner and the share of winners that were found', () => {
  expect(rankFigures([[1], [4, 20]])).toMatchObject({ mrr: 0.625, recallAt10: 0.75, recallAt50: 1 });
  const { intervals } = rankFigures([[1], [4, 20]]);
  expect(intervals.mrr).toEqual([0.25, 1]);
});

test('a regular past is found by its works, not by how often somebody won', () => {
  const figures = qualityFigures(settingFrom(['--awards', file, '--split']), () => undefined);
  expect(figures).toMatchObject({ n: 20, candidates: 5, mrr: 1, recallAt10: 1 });
  expect(figures.baselines.bm25.mrr).toBe(1);
  expect(figures.baselines.popularity.mrr).toBeLessThan(0.6);
});

test('the baselines rank everybody', () => {
  const works = awards.map(({ id, title, buyer, suppliers }) => ({
    id,
    text: title,
    client: buyer,
    day: 0,
    coops: suppliers,
  }));
  const wanted = { text: 'A roof', client: 'City' };
  expect(byBm25(works)(wanted)[0]).toBe('roof people');
  expect(byBm25(works)(wanted).toSorted()).toEqual(byPopularity(works)(wanted).toSorted());
});

describe('the setting', () => {
  test('is a split by time where both files are the same', () => {
    const { known, later } = settingFrom(['--awards', file, '--tenders', file]);
    expect([known.length, later.length, later[0]?.id]).toEqual([80, 20, 'A80']);
  });
  test('is all of one file against the other where they differ', () => {
    const other = fileOf('later.jsonl', JSON.stringify(award(105)));
    const { known, later } = settingFrom(['--awards', file, '--tenders', other]);
    expect([known.length, later.length]).toEqual([100, 1]);
  });
  test.each([
    ['no file named', [], /^Say which files/],
    ['a word it does not know', ['--rewards', file], /^Say which files/],
    ['a file that is not there', ['--awards', join(folder, 'none'), '--split'], /cannot be read\.$/],
    ['an empty file', ['--awards', fileOf('empty', '\n'), '--split'], /holds no award\.$/],
    ['not JSON', ['--awards', fileOf('text', 'hello'), '--split'], /line 1 is not JSON\.$/],
    [
      'not an award',
      ['--awards', fileOf('other', '{"id":"1"}'), '--split'],
      /line 1 is not an award .*title/,
    ],
    [
      'nobody in common',
      ['--awards', file, '--tenders', fileOf('strangers', JSON.stringify({ ...award(1), suppliers: ['x'] }))],
      /^No tender was won by a supplier/,
    ],
  ])('says in one sentence what is wrong: %s', (_, words, sentence) => {
    expect(() => settingFrom(words)).toThrow(sentence);
  });
});

test('awards are read oldest first', () => {
  const turned = fileOf('turned.jsonl', [award(2), award(1)].map((each) => JSON.stringify(each)).join('\n'));
  expect(readAwards(turned).map(({ id }) => id)).toEqual(['A1', 'A2']);
});

test('the command ends with 1 and one sentence when there is nothing to measure', async () => {
  const bench = join(import.meta.dirname, '../../../scripts/bench.mjs');
  const run = promisify(execFile)(process.execPath, [
    bench,
    'matching-quality',
    '--awards',
    join(folder, 'none'),
    '--split',
  ]);
  await expect(run).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: `${join(folder, 'none')} cannot be read.\n`,
  });
});
