import { tagsOf } from './tagsOf.ts';
import type { DnsJudgement } from './schema.ts';

/**
 * Judges the TXT records of _dmarc by DMARC (RFC 7489). `isSameDomain` is whether From and the envelope's sender have
 * one domain; `isInherited` whether the records are those of the organisation's domain above.
 */
export function judgeDmarc(
  found: readonly string[],
  { isSameDomain, isInherited }: { isSameDomain: boolean; isInherited: boolean },
): DnsJudgement {
  const records = found.filter((text) => tagsOf(text).get('v')?.toUpperCase() === 'DMARC1');
  const [record] = records;
  if (record === undefined) {
    return {
      state: 'missing',
      sentence: 'Nothing says what to do with mail that pretends to be from this domain.',
    };
  }
  if (records.length > 1) {
    return {
      state: 'wrong',
      sentence: 'There are several of them, so none counts (RFC 7489, section 6.6.3).',
    };
  }
  const tags = tagsOf(record);
  const policy = ((isInherited ? tags.get('sp') : undefined) ?? tags.get('p') ?? '').toLowerCase();
  if (!['none', 'quarantine', 'reject'].includes(policy)) {
    return { state: 'wrong', sentence: 'Its policy (p=) is none that servers know.' };
  }
  if (tags.get('aspf')?.toLowerCase() === 's' && !isSameDomain) {
    return {
      state: 'advice',
      sentence:
        'It asks for the very same domain (aspf=s), which mail comes back to another than it is from. Leave that out.',
    };
  }
  if (policy === 'none') {
    return {
      state: 'advice',
      sentence: 'It only watches (p=none). Once its reports look right, ask for quarantine.',
    };
  }
  const from = isInherited ? 'It is there, for the whole domain above' : 'It is there';
  return {
    state: 'ok',
    sentence: `${from}: what pretends to be from you is to be ${policyText[policy] ?? policy}.`,
  };
}

const policyText: Readonly<Record<string, string>> = { quarantine: 'put aside', reject: 'refused' };
