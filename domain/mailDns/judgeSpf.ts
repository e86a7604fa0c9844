import type { DnsJudgement } from './schema.ts';

/** Judges the TXT records of an envelope sender's domain by SPF (RFC 7208); `found` holds all of them. */
export function judgeSpf(found: readonly string[]): DnsJudgement {
  const records = found.filter((text) => /^v=spf1(?:\s|$)/i.test(text));
  const [record] = records;
  if (record === undefined) {
    return {
      state: 'missing',
      sentence: 'No record says which servers may send mail in the name of this domain.',
    };
  }
  if (records.length > 1) {
    return {
      state: 'wrong',
      sentence: `There are ${records.length} of them, so none counts (RFC 7208, section 4.5). Merge them into one.`,
    };
  }
  const terms = record.toLowerCase().split(/\s+/).slice(1);
  const all = terms.find((term) => /^[-+~?]?all$/.test(term));
  if (all === '+all' || all === 'all') {
    return { state: 'wrong', sentence: 'It lets everybody send in your name. End it with ~all.' };
  }
  if (all === '?all' || (all === undefined && !terms.some((term) => term.startsWith('redirect=')))) {
    return {
      state: 'advice',
      sentence: 'It says nothing of servers that it does not name. End it with ~all.',
    };
  }
  const asking = terms.filter((term) =>
    /^[-+~?]?(?:include:|a(?:[:/]|$)|mx(?:[:/]|$)|ptr|exists:)|^redirect=/.test(term),
  );
  if (asking.length > 10) {
    return {
      state: 'wrong',
      sentence: `It needs ${asking.length} more lookups, and after 10 nobody asks on (RFC 7208, section 4.6.4).`,
    };
  }
  return {
    state: 'ok',
    sentence:
      'It is there. Cobid cannot see from which address your mail server sends: it has to be among these.',
  };
}
