import { bids } from '@cobid/platform/mongo/models/bid.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { exampleNetwork } from './example/exampleNetwork.ts';

/** Whether nobody has put anything into the database yet. */
async function isEmpty(): Promise<boolean> {
  const counts = await Promise.all([people.count({}), organisations.count({}), tenders.count({})]);
  return counts.every((count) => count === 0);
}

/** Writes the example network, dated from `now`, into the connected database. Throws where it holds something already. */
export async function seedExample(now: Date): Promise<void> {
  if (!(await isEmpty())) throw new Error('The database is not empty, so the example was not added.');
  const network = exampleNetwork(now);
  await Promise.all([
    people.insertMany(network.people),
    memberships.insertMany(network.memberships),
    tenders.insertMany(network.tenders),
    matches.insertMany(network.matches),
    responses.insertMany(network.responses),
    bids.insertMany(network.bids),
    seatInvitations.insertMany(network.seatInvitations),
  ]);
  // Organisations last: whoever finds one finds all that belongs to it.
  await organisations.insertMany(network.organisations);
}

/** The same where the database is empty; says whether it was. */
export async function seedIfEmpty(now: Date): Promise<boolean> {
  if (!(await isEmpty())) return false;
  await seedExample(now);
  return true;
}
