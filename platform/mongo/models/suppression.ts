import { collection } from '../collection.ts';
import { oneOf } from '../filter.ts';
import { moment, text } from '../types.ts';

/** An address that must not get mail: none at all, or none about opportunities. */
export interface SuppressionRecord {
  id: string;
  email: string;
  kind: 'opportunity' | 'all';
  at: Date;
  cause: string;
}

export const suppressions = collection<SuppressionRecord>(
  'suppressions',
  { email: text, kind: text, at: moment, cause: text },
  [{ keys: { email: 1, kind: 1 }, unique: true }],
);

/** Of these addresses, the ones that do not want this kind of mail. */
export async function suppressedAmong(
  emails: readonly string[],
  kind: SuppressionRecord['kind'],
): Promise<Set<string>> {
  const kinds: SuppressionRecord['kind'][] = kind === 'all' ? ['all'] : ['all', kind];
  const found = await suppressions.find({ email: oneOf(emails), kind: oneOf(kinds) });
  return new Set(found.map((suppression) => suppression.email));
}
