import type { Strengths } from '@cobid/domain/bid/schema.ts';
import { COVERING_STRENGTH, requirementFit } from '@cobid/domain/matching/requirementFit.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { organisations } from '../mongo/models/organisation.ts';

/**
 * How well each of these co-ops can do each requirement, by their profiles as they are now. Who lacks a certificate
 * or a language that is asked for cannot be relied on for it: 0.
 */
export async function readStrengths(
  coopIds: readonly string[],
  { requirements }: Pick<TenderContent, 'requirements'>,
  now: Date,
): Promise<Strengths> {
  const coops = await organisations.findByIds(coopIds);
  return Object.fromEntries(
    coops.map(({ id, profile }) => {
      const fits = profile === null ? [] : requirements.map((wanted) => requirementFit(profile, wanted, now));
      return [
        id,
        Object.fromEntries(
          fits.map(({ requirementId, strength, isCovered }) => [
            requirementId,
            isCovered || strength < COVERING_STRENGTH ? strength : 0,
          ]),
        ),
      ];
    }),
  );
}
