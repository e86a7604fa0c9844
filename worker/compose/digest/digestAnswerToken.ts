import { derivedToken } from '@cobid/platform/tokens.ts';
import type { ComposeTools } from '../composer.ts';

/** The secret behind the answers of one co-op to one tender of a digest. */
export function digestAnswerToken(
  deliveryId: string,
  { tenderId, coopId }: { tenderId: string; coopId: string },
  { config: { COBID_SECRET } }: Pick<ComposeTools, 'config'>,
): string {
  return derivedToken(COBID_SECRET, 'opportunity', `${deliveryId}:${tenderId}:${coopId}`);
}
