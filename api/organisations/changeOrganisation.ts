import type { z } from 'zod';
import type { organisationChange } from '@cobid/domain/organisation/schema.ts';
import { fold } from '@cobid/domain/text.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { organisations, organisationWords } from '@cobid/platform/mongo/models/organisation.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { found, refusal } from '../http/problem.ts';
import { withoutUndefined } from '../http/withoutUndefined.ts';

/** Changes what an organisation says about itself, on the version that the writer saw. */
export async function changeOrganisation(
  organisation: OrganisationRecord,
  change: z.output<typeof organisationChange>,
): Promise<OrganisationRecord> {
  const { version, ...given } = change;
  const set = withoutUndefined(given);
  const after = { ...organisation, ...set };
  const changed = await organisations.change(
    { id: organisation.id, version },
    {
      set: {
        ...set,
        nameFolded: fold(after.name),
        searchWords: organisationWords(
          after,
          (organisation.profile?.skills ?? []).map(({ skill }) => skillLabel(skill)),
        ),
      },
      inc: { version: 1 },
    },
  );
  if (changed !== null) return changed;
  const present = found(await organisations.findById(organisation.id));
  throw refusal('stale_version', { version: present.version });
}
