import { tagsOf } from './tagsOf.ts';
import type { DnsJudgement } from './schema.ts';

/** Judges the TXT records under a key's selector by DKIM (RFC 6376); `wanted` is the record of the key that signs. */
export function judgeDkim(found: readonly string[], wanted: string): DnsJudgement {
  const records = found.filter((text) => tagsOf(text).has('p'));
  const [record] = records;
  if (record === undefined) {
    return {
      state: 'missing',
      sentence: 'Mail is signed with this key, and nobody can find its public half.',
    };
  }
  if (records.length > 1) return { state: 'wrong', sentence: 'There are several of them. Leave one.' };
  const key = tagsOf(record).get('p') ?? '';
  if (key === '') return { state: 'wrong', sentence: 'It says that this key has been revoked.' };
  if (key !== tagsOf(wanted).get('p')) {
    return {
      state: 'wrong',
      sentence: 'It is the public half of another key, so no signature is found right.',
    };
  }
  if (/(?:^|:)y(?:$|:)/.test(tagsOf(record).get('t') ?? '')) {
    return { state: 'advice', sentence: 'It says that you are only testing (t=y). Leave that out.' };
  }
  return { state: 'ok', sentence: 'It is there and belongs to the key.' };
}
