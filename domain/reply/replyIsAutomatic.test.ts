import { expect, test } from '@jest/globals';
import { replyIsAutomatic } from './replyIsAutomatic.ts';

test.each<[string, Record<string, string>, string]>([
  ['a holiday notice', { 'auto-submitted': 'auto-replied' }, 'ana@example.org'],
  ['our own mail', { 'x-cobid': 'opportunity' }, 'bounce+1@cobid.example.org'],
  ['bulk', { precedence: 'bulk' }, 'ana@example.org'],
  ['an old holiday notice', { precedence: 'auto_reply' }, 'ana@example.org'],
  ['a list', { 'list-id': '<members.example.org>' }, 'ana@example.org'],
  ['an autoresponder', { 'x-autoreply': 'yes' }, 'ana@example.org'],
  ['Exchange out of office', { 'x-auto-response-suppress': 'All' }, 'ana@example.org'],
  [
    'figures of a mail server',
    { subject: 'Report Domain: cobid.example Submitter: example.org Report-ID: 1' },
    'dmarc@example.org',
  ],
  ['a bounce', {}, ''],
  ['a daemon', {}, 'MAILER-DAEMON@example.org'],
])('%s is automatic', (_case, headers, sender) => {
  expect(replyIsAutomatic(headers, sender)).not.toBeNull();
});

test.each<[string, Record<string, string>]>([
  ['plain', {}],
  ['one that says it is not', { 'auto-submitted': 'no' }],
  ['first-class', { precedence: 'first-class' }],
  ['about such figures', { subject: 'A question on the report domain: which one is it?' }],
])('a mail of a person is not: %s', (_case, headers) => {
  expect(replyIsAutomatic(headers, 'ana@example.org')).toBeNull();
});
