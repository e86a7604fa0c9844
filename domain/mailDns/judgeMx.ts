import type { DnsJudgement } from './schema.ts';

/** Judges the MX records of the domain that mail comes back to; `found` holds the names of its mail servers. */
export function judgeMx(found: readonly string[]): DnsJudgement {
  if (found.length === 0) {
    return {
      state: 'missing',
      sentence:
        'Nobody knows where to send bounces and replies, so none come back. Name the server that takes mail for it.',
    };
  }
  // RFC 7505
  if (found.some((name) => name === '' || name === '.')) {
    return { state: 'wrong', sentence: 'It says that this domain takes no mail.' };
  }
  if (found.some((name) => /^\d+(?:\.\d+){3}$/.test(name))) {
    return { state: 'wrong', sentence: 'It names an address where the name of a server has to be.' };
  }
  return {
    state: 'ok',
    sentence: 'It is there. That server has to hand mail on to Cobid; answer a mail to try it.',
  };
}
