import type { Requirement } from '../tender/schema.ts';

/**
 * What a co-op could do in a bid of another one that looks for partners: of what that one does not cover itself, the
 * requirements that this one covers. One that misses nothing but days can share any part. Both lists of what is missing
 * are those of the matches, which follow from profiles that everybody may read.
 */
export function partnerParts<Part extends Pick<Requirement, 'id'>>(
  requirements: readonly Part[],
  seekerMisses: readonly string[],
  ownMisses: readonly string[],
): Part[] {
  return requirements.filter(
    ({ id }) => !ownMisses.includes(id) && (seekerMisses.length === 0 || seekerMisses.includes(id)),
  );
}
