import type { Strengths } from '@cobid/domain/bid/schema.ts';
import { languages } from '@cobid/domain/language.ts';
import { matchNetwork } from '@cobid/domain/matching/matchNetwork.ts';
import { requirementFit } from '@cobid/domain/matching/requirementFit.ts';
import type { MatchableCoop } from '@cobid/domain/matching/matchable.ts';
import { zoneOfCountry } from '@cobid/domain/vocabulary/countries.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import type { ExposureRecord } from '@cobid/platform/mongo/models/exposure.ts';
import type { MailSettingsRecord } from '@cobid/platform/mongo/models/mailSettings.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import type { MembershipRecord } from '@cobid/platform/mongo/models/membership.ts';
import { newMainNetwork } from '@cobid/platform/mongo/models/network.ts';
import type { NetworkRecord } from '@cobid/platform/mongo/models/network.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import type { ResponseRecord } from '@cobid/platform/mongo/models/response.ts';
import type { SeatInvitationRecord } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { NamedTender } from '@cobid/platform/mongo/withClientNames.ts';
import { digestReader, exampleCoordinators, exampleOperator } from './accounts.ts';
import { answersGiven } from './answers.ts';
import { bidId, bidRecordOf } from './bidRecords.ts';
import { bidsForClosedTenders } from './bids/closedTenders.ts';
import { bidsForOpenTenders } from './bids/openTenders.ts';
import { clients } from './clients.ts';
import { coops } from './coops.ts';
import type { ExampleBid } from './exampleBid.ts';
import { exampleId } from './exampleId.ts';
import type { ExampleTender } from './exampleTender.ts';
import { exposureRecordsOf } from './exposureRecords.ts';
import { matchFirstAnew } from './matchFirstAnew.ts';
import { mailSettingsRecordsOf } from './mailSettingsRecords.ts';
import { clientRecordOf, coopRecordOf } from './organisationRecords.ts';
import { organisationId, peopleOf, personId } from './people.ts';
import { responseRecordOf, yesOfMembers } from './responseRecords.ts';
import { shareOf } from './seatTerms.ts';
import { tenderId, tenderRecordOf } from './tenderRecords.ts';
import type { ExampleAward } from './tenderRecords.ts';
import { tenders } from './tenders.ts';

const DAY = 86_400_000;

/** Everything in the example network, ready to be stored. */
export interface ExampleNetwork {
  people: PersonRecord[];
  organisations: OrganisationRecord[];
  memberships: MembershipRecord[];
  tenders: TenderRecord[];
  matches: MatchRecord[];
  responses: ResponseRecord[];
  bids: BidRecord[];
  seatInvitations: SeatInvitationRecord[];
  networks: NetworkRecord[];
  mailSettings: MailSettingsRecord[];
  exposures: ExposureRecord[];
}

const exampleBids: readonly ExampleBid[] = [...bidsForOpenTenders, ...bidsForClosedTenders];

function named<Thing extends { name: string }>(things: readonly Thing[]): (name: string) => Thing {
  const byName = new Map(things.map((thing) => [thing.name, thing]));
  return (name) => {
    const found = byName.get(name);
    if (found === undefined) throw new Error(`the example has nobody called ${name}`);
    return found;
  };
}

const coopNamed = named(coops);
const clientNamed = named(clients);

/** Co-ops joined one after the other over two years, so that not all are as old as each other. */
function joinedAt(place: number, now: Date): Date {
  return new Date(now.getTime() - (420 + place * 7) * DAY);
}

function organisationsAt(now: Date) {
  const members = coops.map((coop, place) => {
    const at = joinedAt(place, now);
    return {
      record: coopRecordOf(coop, now, at),
      mail: coop.mail,
      ...peopleOf(coop, zoneOfCountry(coop.country), at),
    };
  });
  const buyers = clients.map((client, place) => {
    const at = joinedAt(place, now);
    return { record: clientRecordOf(client, at), mail: undefined, ...peopleOf(client, client.zone, at) };
  });
  const operator = {
    id: exampleId('person', exampleOperator.email),
    ...exampleOperator,
    language: languages[0],
    zone: 'Europe/London',
    createdAt: joinedAt(0, now),
  };
  const all = [...members, ...buyers];
  return {
    organisations: all.map(({ record }) => record),
    people: [...all.flatMap(({ people }) => people), operator],
    memberships: all.flatMap(({ memberships }) => memberships),
    members: all,
  };
}

/** The network that all belong to, run by two of its members' people. */
function networkAt(now: Date): NetworkRecord {
  return {
    ...newMainNetwork(joinedAt(0, now)),
    id: exampleId('network', 'main'),
    name: 'Example network of tech co-ops',
    coordinatorIds: exampleCoordinators.map(({ coop, name }) => personId(coop, name)),
  };
}

/** Who won a tender, and why the others did not. */
function winnerOf(tender: ExampleTender): ExampleAward | null {
  const offered = exampleBids.filter((bid) => bid.tender === tender.key);
  const won = offered.find((bid) => bid.outcome?.state === 'awarded');
  if (won === undefined) return null;
  return {
    bidId: bidId(won),
    coopIds: won.seats.map((seat) => organisationId(seat.coop)),
    totalMinor: won.seats.reduce((sum, seat) => sum + shareOf(seat), 0),
    others: offered
      .filter((bid) => bid !== won)
      .map((bid) => ({ bidId: bidId(bid), reason: bid.outcome?.reason ?? '' })),
  };
}

/** Matches of a published tender as they were worked out when it was published. */
function matchesOf(tender: NamedTender, matchable: readonly MatchableCoop[]): MatchRecord[] {
  const { id, publishedAt } = tender;
  if (publishedAt === null) return [];
  return matchNetwork(matchable, tender, publishedAt).map((match) => ({
    ...match,
    id: exampleId('match', id, match.coopId),
    tenderId: id,
    tenderVersion: 2,
    createdAt: publishedAt,
  }));
}

/** Strength of each co-op in each requirement; none where it lacks the certificate or language asked for. */
function strengthsFor({ content }: TenderRecord, coops: readonly MatchableCoop[], now: Date): Strengths {
  return Object.fromEntries(
    coops.map(({ id, profile }) => [
      id,
      Object.fromEntries(
        content.requirements
          .map((wanted) => requirementFit(profile, wanted, now))
          .map(({ requirementId, strength, isCovered }) => [
            requirementId,
            isCovered || strength < 0.5 ? strength : 0,
          ]),
      ),
    ]),
  );
}

/** The example network as it is at a moment: the same for the same moment, with every date relative to it. */
export function exampleNetwork(now: Date): ExampleNetwork {
  const { organisations, people, memberships, members } = organisationsAt(now);
  const network = networkAt(now);
  const matchable = organisations.flatMap(({ id, isCoop, profile }) =>
    profile === null ? [] : [{ id, isCoop, profile }],
  );
  const tenderRecords = tenders.map((tender) =>
    tenderRecordOf(tender, clientNamed(tender.client), now, winnerOf(tender)),
  );
  const tenderById = new Map(tenderRecords.map((tender) => [tender.id, tender]));
  const tenderOf = (key: string) => {
    const found = tenderById.get(tenderId(key));
    if (found === undefined) throw new Error(`the example has no tender ${key}`);
    return found;
  };
  const nameOf = new Map(organisations.map(({ id, name }) => [id, name]));
  const matches = tenderRecords.map((tender) =>
    matchesOf({ ...tender, clientName: nameOf.get(tender.clientId ?? '') ?? null }, matchable),
  );
  const strengths = new Map(
    tenderRecords.map((tender) => [tender.id, strengthsFor(tender, matchable, tender.publishedAt ?? now)]),
  );

  const made = exampleBids.map((plan) => {
    const tender = tenderOf(plan.tender);
    const built = bidRecordOf(plan, { now, tender, strengths: strengths.get(tender.id) ?? {}, coopNamed });
    const responses = yesOfMembers(plan, { tender, coopNamed, startedAt: built.bid.createdAt, now });
    return { ...built, responses };
  });
  const others = answersGiven.map((given) =>
    responseRecordOf(given, { tender: tenderOf(given.tender), coop: coopNamed(given.coop), now }),
  );
  const responses = new Map(
    [...others, ...made.flatMap((bid) => bid.responses)].map((each) => [each.id, each]),
  );
  return {
    people,
    organisations,
    memberships,
    tenders: matchFirstAnew(tenderRecords, now),
    matches: matches.flat(),
    responses: [...responses.values()],
    bids: made.map(({ bid }) => bid),
    seatInvitations: made.flatMap(({ invitations }) => invitations),
    networks: [network],
    mailSettings: mailSettingsRecordsOf(members, network.id, digestReader, now),
    exposures: exposureRecordsOf(matches),
  };
}
