import { describe, expect, test } from '@jest/globals';
import { readMailReport } from './mailReport.ts';

const report = (status: string, diagnosis: string, action = 'failed') =>
  readMailReport(
    'message/delivery-status',
    [
      'Reporting-MTA: dns; mx.example.net',
      '',
      'Final-Recipient: rfc822; ana@example.org',
      `Action: ${action}`,
      `Status: ${status}`,
      `Diagnostic-Code: ${diagnosis}`,
      '',
    ].join('\r\n'),
  );

describe('a delivery report that says no more than 5.0.0', () => {
  test.each([
    ['smtp; 550 5.1.1 <ana@example.org> is not here', 'hard', '5.1.1'],
    ['smtp; 550-5.1.1 The email account that you tried to reach does not exist', 'hard', '5.1.1'],
    ['smtp; 550 sorry, no mailbox here by that name (#5.1.1)', 'hard', '5.1.1'],
    ['smtp; 550 No such user here', 'hard', '5.1.1'],
    ['smtp; 550 <ana@example.org>: Recipient address rejected: User unknown', 'hard', '5.1.1'],
    ['smtp; 550 User unknown', 'hard', '5.1.1'],
    ['smtp; 550 Unrouteable address', 'hard', '5.1.1'],
    ['smtp; 553 invalid recipient', 'hard', '5.1.1'],
    ['smtp; 552 5.2.2 Mailbox full', 'soft', '5.2.2'],
    ['smtp; 550 5.7.1 Unknown user agent', 'soft', '5.7.1'],
    ['smtp; 550 Message rejected as spam', 'soft', '5.0.0'],
    ['smtp; 550 SPF check failed for 192.5.1.1', 'soft', '5.0.0'],
    ['smtp; 554 No such user', 'soft', '5.0.0'],
  ])('is read by what the server said: %s', (diagnosis, outcome, status) => {
    expect(report('5.0.0', diagnosis)).toMatchObject({ kind: 'bounce', outcome, status });
  });

  test('is not read so while the mail may still come', () => {
    expect(report('4.0.0', 'smtp; 550 5.1.1 No such user', 'delayed')).toMatchObject({ outcome: 'delayed' });
  });
});

test('a status that says more is believed', () => {
  expect(report('5.7.1', 'smtp; 550 5.1.1 No such user')).toMatchObject({ outcome: 'soft', status: '5.7.1' });
  expect(report('5.1.1', 'smtp; 550 no')).toMatchObject({ outcome: 'hard', status: '5.1.1' });
});
