import { bids } from '@cobid/platform/mongo/models/bid.ts';
import { exposures } from '@cobid/platform/mongo/models/exposure.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { networks } from '@cobid/platform/mongo/models/network.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { exampleNetwork } from './example/exampleNetwork.ts';

/** Whether nobody uses the database yet: nothing can be made without a person. */
async function isEmpty(): Promise<boolean> {
  return (await people.count({})) === 0;
}

/** Writes the example network, dated from `now`, into the connected database. Throws where somebody uses it already. */
export async function seedExample(now: Date): Promise<void> {
  if (!(await isEmpty())) throw new Error('The database is not empty, so the example was not added.');
  const network = exampleNetwork(now);
  const parts = [
    organisations,
    memberships,
    tenders,
    matches,
    responses,
    bids,
    seatInvitations,
    networks,
    mailSettings,
    exposures,
  ];
  // What is there without people is the rest of an example whose writing was interrupted.
  await Promise.all(parts.map((part) => part.remove({})));
  await Promise.all([
    organisations.insertMany(network.organisations),
    memberships.insertMany(network.memberships),
    tenders.insertMany(network.tenders),
    matches.insertMany(network.matches),
    responses.insertMany(network.responses),
    bids.insertMany(network.bids),
    seatInvitations.insertMany(network.seatInvitations),
    networks.insertMany(network.networks),
    mailSettings.insertMany(network.mailSettings),
    exposures.insertMany(network.exposures),
  ]);
  // People last: whoever finds them finds all that belongs to them.
  await people.insertMany(network.people);
}

/** The same where the database is empty; says whether it was. */
export async function seedIfEmpty(now: Date): Promise<boolean> {
  if (!(await isEmpty())) return false;
  await seedExample(now);
  return true;
}
