import { expect, test } from '@jest/globals';
import { authenticatedBy } from './authenticateMail.ts';

const server = 'mail.cobid.example';
const authentic = (header: string, from: string) =>
  authenticatedBy(server, { 'authentication-results': header }, from).isAuthentic;

test.each([
  ['dkim=pass header.d=coop.example', 'ana@coop.example', true],
  ['dkim=pass header.d=mail.coop.example', 'ana@coop.example', true],
  ['dkim=pass header.d=coop.example', 'ana@office.coop.example', true],
  ['spf=pass smtp.mailfrom=bounces@mail.coop.co.uk', 'ana@coop.co.uk', true],
  ['dmarc=pass header.from=coop.example', 'ana@coop.example', true],
  ['dkim=fail header.d=coop.example; spf=none smtp.mailfrom=coop.example', 'ana@coop.example', false],
  ['dkim=pass header.d=other.example', 'ana@coop.example', false],
  ['auth=pass smtp.auth=ana@coop.example', 'ana@coop.example', true],
  ['auth=pass (plain) smtp.auth=Ana@Coop.example', 'ana@coop.example', true],
  ['auth=pass smtp.auth=ben@coop.example', 'ana@coop.example', false],
  ['auth=fail smtp.auth=ana@coop.example', 'ana@coop.example', false],
  // Of one registry or one host, and yet strangers.
  ['spf=pass smtp.mailfrom=x@other.co.uk', 'ana@coop.co.uk', false],
  ['dkim=pass header.d=co.uk', 'ana@coop.co.uk', false],
  ['dkim=pass header.d=other.github.io', 'ana@coop.github.io', false],
  ['dkim=pass header.d=other.github.io', 'ana@github.io', false],
])('%s vouches for %s: %s', (results, from, expected) => {
  expect(authentic(`${server}; ${results}`, from)).toBe(expected);
});

test('takes the word of no other server', () => {
  expect(authentic('mail.other.example; dkim=pass header.d=coop.example', 'ana@coop.example')).toBe(false);
  expect(authentic('', 'ana@coop.example')).toBe(false);
});
