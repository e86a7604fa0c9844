import { describe, expect, test } from '@jest/globals';
import { judgeDkim } from './judgeDkim.ts';
import { judgeDmarc } from './judgeDmarc.ts';
import { judgeMx } from './judgeMx.ts';
import { judgeSpf } from './judgeSpf.ts';

describe('SPF', () => {
  test.each([
    [[], 'missing'],
    [['google-site-verification=abc', 'v=spf10 -all'], 'missing'],
    [['v=spf1 mx -all'], 'ok'],
    [['V=SPF1 include:_spf.example.net ~all', 'something else'], 'ok'],
    [['v=spf1 redirect=_spf.example.net'], 'ok'],
    [['v=spf1 mx -all', 'v=spf1 a -all'], 'wrong'],
    [['v=spf1 +all'], 'wrong'],
    [['v=spf1 mx all'], 'wrong'],
    [['v=spf1 mx ?all'], 'advice'],
    [['v=spf1 mx'], 'advice'],
    [['v=spf1'], 'advice'],
    [
      [`v=spf1 ${Array.from({ length: 11 }, (_, at) => `include:${at}.example.net`).join(' ')} -all`],
      'wrong',
    ],
    [[`v=spf1 ${Array.from({ length: 30 }, (_, at) => `ip4:192.0.2.${at}`).join(' ')} a -all`], 'ok'],
  ])('%j is %s', (found, state) => {
    expect(judgeSpf(found).state).toBe(state);
  });
});

describe('DKIM', () => {
  const wanted = 'v=DKIM1; k=rsa; p=MIIBIjANBg';
  test.each([
    [[], 'missing'],
    [['v=spf1 -all'], 'missing'],
    [[wanted], 'ok'],
    [['v=DKIM1;k=rsa;p=MIIB IjANBg'], 'ok'],
    [['p=MIIBIjANBg'], 'ok'],
    [['v=DKIM1; p='], 'wrong'],
    [['v=DKIM1; p=other'], 'wrong'],
    [[wanted, 'v=DKIM1; p=other'], 'wrong'],
    [['v=DKIM1; t=y:s; p=MIIBIjANBg'], 'advice'],
    [['v=DKIM1; t=s; p=MIIBIjANBg'], 'ok'],
  ])('%j is %s', (found, state) => {
    expect(judgeDkim(found, wanted).state).toBe(state);
  });
});

describe('DMARC', () => {
  const same = { isSameDomain: true, isInherited: false };
  const judged = (record: string, how: Partial<typeof same> = {}) =>
    judgeDmarc([record], { ...same, ...how });
  test.each([
    ['v=DMARC1; p=quarantine', 'ok'],
    ['v=DMARC1;p=reject;rua=mailto:x@example.org', 'ok'],
    ['v=DMARC1; p=none', 'advice'],
    ['v=DMARC1; p=maybe', 'wrong'],
    ['v=DMARC1', 'wrong'],
    ['p=reject', 'missing'],
  ])('%j is %s', (record, state) => {
    expect(judged(record).state).toBe(state);
  });

  test('of the domain above counts with its policy for those below', () => {
    expect(judged('v=DMARC1; p=reject; sp=none', { isInherited: true }).state).toBe('advice');
    expect(judged('v=DMARC1; p=none; sp=reject', { isInherited: true }).state).toBe('ok');
    expect(judged('v=DMARC1; p=none; sp=reject').state).toBe('advice');
  });

  test('that is strict about SPF does not suit mail that comes back to another domain', () => {
    const strict = 'v=DMARC1; p=reject; aspf=s';
    expect(judged(strict).state).toBe('ok');
    expect(judged(strict, { isSameDomain: false }).state).toBe('advice');
  });

  test('twice is none', () => {
    expect(judgeDmarc(['v=DMARC1; p=reject', 'v=DMARC1; p=none'], same).state).toBe('wrong');
  });
});

test.each([
  [[], 'missing'],
  [[''], 'wrong'],
  [['192.0.2.1'], 'wrong'],
  [['mx.example.org', 'mx2.example.org'], 'ok'],
])('MX %j is %s', (found, state) => {
  expect(judgeMx(found).state).toBe(state);
});
