import { expect, test } from '@jest/globals';
import { smtpFailure } from './smtpFailure.ts';

const refused = (responseCode: number, response: string, command = 'RCPT TO') =>
  Object.assign(new Error(`Can't send mail: ${response}`), { responseCode, response, command });

test.each([
  ['greylisting', refused(451, '451 4.7.1 Try again later'), 'for_now'],
  ['a full mailbox, for now', refused(452, '452 4.2.2 Mailbox full'), 'for_now'],
  ['no server', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ESOCKET' }), 'for_now'],
  ['our own password', refused(535, '535 5.7.8 Bad credentials', 'AUTH PLAIN'), 'for_now'],
  ['no such user', refused(550, '550 5.1.1 No such user'), 'no_such_mailbox'],
  ['no such user, in old words', refused(550, '550 No such user here'), 'no_such_mailbox'],
  ['a disabled mailbox', refused(550, '550 5.2.1 Mailbox disabled'), 'no_such_mailbox'],
  ['a policy', refused(550, '550 5.7.1 Blocked for policy reasons'), 'for_good'],
  ['a full mailbox', refused(552, '552 5.2.2 Mailbox full'), 'for_good'],
  ['content that is refused', refused(554, '554 5.6.0 Looks like spam', 'DATA'), 'for_good'],
  ['our sender address', refused(550, '550 5.1.1 Unknown sender', 'MAIL FROM'), 'for_good'],
])('%s', (_case, error, kind) => {
  expect(smtpFailure(error).kind).toBe(kind);
});

test('keeps no address', () => {
  expect(smtpFailure(refused(550, '550 no <ana@example.org> here')).error).not.toContain('ana@');
});
