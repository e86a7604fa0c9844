import type { ResponseView } from '@cobid/domain/opportunity/schema.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import type { ResponseRecord } from '@cobid/platform/mongo/models/response.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';

/** A co-op's answer as its own people see it. */
export async function responseViewOf(response: ResponseRecord): Promise<ResponseView> {
  const { answer, condition, until, passedTo, reason, note, seeksPartners, at } = response;
  const [person, refOf] = await Promise.all([
    people.findById(response.personId),
    organisationRefs([passedTo]),
  ]);
  return {
    answer,
    condition,
    until,
    reason,
    note,
    seeksPartners,
    passedTo: passedTo === null ? null : refOf(passedTo),
    at: at.toISOString(),
    by: person?.name ?? '',
  };
}
