import type { StartedCobid } from './startCobid.ts';

/** What is said once everything runs: where it is, and who can sign in. */
export function welcome({ address, inbox, accounts }: StartedCobid): string {
  const width = Math.max(0, ...accounts.map(({ email }) => email.length));
  const where = [
    `Cobid is ready: ${address}`,
    inbox === undefined ? '' : `Its mail:       ${inbox} (mails can be answered there)`,
  ];
  const who =
    accounts.length === 0
      ? []
      : [
          '',
          'Sign in with one of these addresses; the link comes by mail:',
          ...accounts.map(({ email, is }) => `  ${email.padEnd(width)}  ${is}`),
        ];
  return ['', ...where.filter(Boolean), ...who, '', 'Ctrl-C stops everything.'].join('\n');
}
