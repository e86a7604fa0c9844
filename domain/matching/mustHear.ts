import type { MatchView } from '../opportunity/schema.ts';
import type { TenderContent } from '../tender/schema.ts';

/**
 * Whether a co-op has to hear of a tender: it is eligible and covers at least one requirement. A public tender is
 * never withheld from these (domain rules, section 3); the others find it when they look for it.
 */
export function mustHear(
  { isEligible, missing }: Pick<MatchView, 'isEligible' | 'missing'>,
  { requirements }: Pick<TenderContent, 'requirements'>,
): boolean {
  return isEligible && missing.length < requirements.length;
}
