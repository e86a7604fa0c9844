import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '@cobid/domain/canonicalJson.ts';
import { liveRevision, waitingFor } from '@cobid/domain/bid/frozen.ts';
import { bidMoves } from '@cobid/domain/bid/lifecycle.ts';
import { coopProfile } from '@cobid/domain/coop/schema.ts';
import { id, slug } from '@cobid/domain/ids.ts';
import { invitationInput } from '@cobid/domain/invitation/schema.ts';
import { smallestConsortia } from '@cobid/domain/matching/smallestConsortia.ts';
import { organisationInput } from '@cobid/domain/organisation/schema.ts';
import { responseInput } from '@cobid/domain/opportunity/schema.ts';
import { personInput } from '@cobid/domain/person/schema.ts';
import { clarity } from '@cobid/domain/tender/clarity.ts';
import { tenderStates } from '@cobid/domain/tender/lifecycle.ts';
import { tenderProblems } from '@cobid/domain/tender/problems.ts';
import { tenderContent } from '@cobid/domain/tender/schema.ts';
import { email } from '@cobid/domain/text.ts';
import { certificates } from '@cobid/domain/vocabulary/certificates.ts';
import { humanLanguages } from '@cobid/domain/vocabulary/humanLanguages.ts';
import { redLines } from '@cobid/domain/vocabulary/redLines.ts';
import { sectors } from '@cobid/domain/vocabulary/sectors.ts';
import { values } from '@cobid/domain/vocabulary/values.ts';
import { skillBySlug } from '@cobid/domain/vocabulary/vocabulary.ts';
import { canonicalHash } from '@cobid/platform/canonicalHash.ts';
import { toBid } from '@cobid/platform/mongo/models/bid.ts';
import { exampleAccounts } from './accounts.ts';
import { exampleNetwork } from './exampleNetwork.ts';

const now = new Date('2026-11-21T07:00:00Z');
const network = exampleNetwork(now);
const coops = network.organisations.flatMap(({ profile, ...coop }) =>
  profile === null ? [] : [{ ...coop, profile }],
);

function slugsOf(terms: readonly { slug: string }[]): string[] {
  return terms.map((term) => term.slug);
}

describe('the example network', () => {
  test('is as large as promised', () => {
    expect(coops).toHaveLength(40);
    expect(new Set(coops.map((coop) => coop.country)).size).toBe(9);
    expect(network.organisations.filter((organisation) => organisation.isClient)).toHaveLength(6);
    expect(network.tenders).toHaveLength(15);
    expect(coops.filter((coop) => coop.profile.isPaused).length).toBeGreaterThan(0);
  });

  test('is the same for the same moment, and every id is one of its own', () => {
    expect(JSON.stringify(exampleNetwork(now))).toBe(JSON.stringify(network));
    const ids = Object.values(network).flatMap((records: readonly { id: string }[]) =>
      records.map((record) => record.id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const each of ids) expect(id.safeParse(each).success).toBe(true);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('can be made on any day of the week, at any hour (%i)', (day) => {
    expect(() =>
      exampleNetwork(new Date(now.getTime() + day * 86_400_000 + day * 4 * 3_600_000)),
    ).not.toThrow();
  });
});

describe('people and organisations', () => {
  test('pass the schemas that input has to pass', () => {
    for (const { name, country, city, website, about, legalForm, bases, isCoop } of network.organisations) {
      const kind = isCoop ? 'coop' : 'client';
      organisationInput.parse({ kind, name, country, city, website, about, legalForm, bases });
    }
    for (const person of network.people) {
      personInput.parse({ name: person.name, zone: person.zone });
      expect(email.parse(person.email)).toBe(person.email);
      expect(person.email).toMatch(/\.example$/);
    }
    expect(new Set(network.people.map((person) => person.email)).size).toBe(network.people.length);
    for (const coop of network.organisations) expect(slug.safeParse(coop.slug).success).toBe(true);
  });

  test('each organisation has one to six people, one of them steward', () => {
    for (const organisation of network.organisations) {
      const held = network.memberships.filter((each) => each.organisationId === organisation.id);
      expect(held.length).toBeGreaterThanOrEqual(1);
      expect(held.length).toBeLessThanOrEqual(6);
      expect(held.filter((each) => each.role === 'steward')).toHaveLength(1);
    }
  });

  test('profiles are valid and use terms that exist', () => {
    for (const { profile, name } of coops) {
      expect({ name, ...coopProfile.parse(profile) }).toEqual({ name, ...profile });
      const skills = [
        ...profile.skills.map((held) => held.skill),
        ...profile.projects.flatMap((each) => each.skills),
      ];
      expect(skills.filter((each) => skillBySlug(each) === undefined)).toEqual([]);
      expect(slugsOf(sectors)).toEqual(expect.arrayContaining([...profile.sectors]));
      expect(slugsOf(values)).toEqual(expect.arrayContaining([...profile.values]));
      expect(slugsOf(redLines)).toEqual(expect.arrayContaining([...profile.redLines]));
      expect(slugsOf(certificates)).toEqual(
        expect.arrayContaining(profile.certificates.map((each) => each.certificate)),
      );
      expect(humanLanguages.map((each) => each.code)).toEqual(expect.arrayContaining([...profile.languages]));
      for (const { sector } of profile.projects) expect(slugsOf(sectors)).toContain(sector);
    }
  });

  test('those who can sign in exist', () => {
    const known = network.people.map((person) => person.email);
    expect(known).toEqual(expect.arrayContaining(exampleAccounts.map((account) => account.email)));
  });
});

describe('tenders', () => {
  test('are valid, in every state, six of them open, one of those for 30 hours', () => {
    const found = new Set(network.tenders.map((tender) => tender.state));
    const notStored = ['closed', 'in_review'];
    expect([...found].toSorted()).toEqual(
      tenderStates.filter((state) => !notStored.includes(state)).toSorted(),
    );
    const open = network.tenders.filter((tender) => tender.state === 'open');
    expect(open).toHaveLength(6);
    const hours = open.map((tender) => ((tender.deadline?.getTime() ?? 0) - now.getTime()) / 3_600_000);
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(30);
    expect(Math.min(...hours)).toBeLessThan(31);
  });

  test('were complete and clear when they were published', () => {
    for (const { content, publishedAt, state } of network.tenders) {
      expect(tenderContent.parse(content)).toEqual(content);
      expect(content.requirements.filter((each) => skillBySlug(each.skill) === undefined)).toEqual([]);
      expect(slugsOf(sectors)).toContain(content.sector);
      expect(slugsOf(values)).toEqual(expect.arrayContaining([...content.values]));
      if (publishedAt === null) continue;
      expect(tenderProblems(content, publishedAt)).toEqual([]);
      if (state === 'open') expect(clarity(content).filter((point) => !point.isClear)).toEqual([]);
    }
  });

  test('histories are in order and end in the state', () => {
    for (const { events, state } of network.tenders) {
      expect(events.at(-1)?.to).toBe(state);
      const times = events.map((event) => event.at.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThan(now.getTime());
    }
  });

  test('a consortium can be found for each open one', () => {
    for (const tender of network.tenders.filter((each) => each.state === 'open')) {
      const matched = network.matches.filter((match) => match.tenderId === tender.id && match.isEligible);
      const { consortia } = smallestConsortia({
        requirements: tender.content.requirements,
        coops: matched.map(({ coopId, freeDays, score, requirements }) => ({
          id: coopId,
          freeDays,
          fit: score,
          strengths: Object.fromEntries(
            requirements.map((each) => [each.requirementId, each.isCovered ? each.strength : 0]),
          ),
        })),
      });
      expect(consortia.length).toBeGreaterThan(0);
    }
  });
});

describe('bids, invitations and answers', () => {
  test('shares sum to the total, and what is submitted is signed by all on the hash of its text', () => {
    for (const record of network.bids) {
      const bid = toBid(record);
      const sum = bid.content.seats.reduce((total, seat) => total + seat.shareMinor, 0);
      expect(sum).toBe(bid.content.totalMinor);
      for (const revision of bid.revisions) expect(revision.hash).toBe(canonicalHash(revision.content));
      const live = liveRevision(bid);
      if (bid.submission === null || live === null) continue;
      expect(waitingFor(live)).toEqual([]);
      expect(live.hash).toBe(bid.submission.hash);
      expect(canonicalJson(live.content.seats.map((seat) => seat.coopId))).toBe(
        canonicalJson(bid.content.seats.map((seat) => seat.coopId)),
      );
    }
  });

  test('histories are moves that exist, in order, and nothing is later than now', () => {
    for (const { events, state, createdAt } of network.bids) {
      expect(events.at(-1)?.to).toBe(state);
      expect(events[0]?.at).toEqual(createdAt);
      for (const [index, event] of events.entries()) {
        const { from } = event;
        if (from === null) continue;
        const moves = Object.values(bidMoves).filter((each) => each.to === event.to);
        expect(moves.some((each) => each.from.some((state) => state === from))).toBe(true);
        expect(event.at.getTime()).toBeGreaterThanOrEqual(events[index - 1]?.at.getTime() ?? 0);
      }
      expect(events.at(-1)?.at.getTime()).toBeLessThan(now.getTime());
    }
  });

  test('there is one of each stage of a joint bid', () => {
    const states = network.bids.map((bid) => bid.state);
    expect(states).toEqual(
      expect.arrayContaining([
        'forming',
        'drafting',
        'signing',
        'submitted',
        'opened',
        'awarded',
        'not_awarded',
        'lapsed',
      ]),
    );
    const answers = network.seatInvitations.map((invitation) => invitation.state);
    expect(answers).toEqual(expect.arrayContaining(['sent', 'seen', 'accepted', 'declined', 'countered']));
  });

  test('one live bid per lead and tender, and no co-op in more bids than the tender allows', () => {
    for (const tender of network.tenders) {
      const live = network.bids.filter((bid) => bid.tenderId === tender.id && bid.isLive === true);
      expect(new Set(live.map((bid) => bid.leadId)).size).toBe(live.length);
      const members = live.flatMap((bid) => bid.memberIds);
      for (const coop of new Set(members)) {
        const count = members.filter((member) => member === coop).length;
        expect(count).toBeLessThanOrEqual(tender.content.maxBidsPerMember);
      }
    }
  });

  test('invitations and answers pass the schemas, once for each co-op and tender', () => {
    for (const { coopId, terms, replyBy } of network.seatInvitations) {
      const { parts, shareMinor, message } = terms[0] ?? {};
      invitationInput.parse({ coopId, parts, shareMinor, message, replyBy: replyBy.toISOString() });
    }
    for (const { answer, condition, until, passedTo, reason, note, seeksPartners } of network.responses) {
      const fields = {
        yes: { seeksPartners },
        yes_if: { condition, seeksPartners },
        not_now: { until },
        pass_to: { coopId: passedTo, note },
        no: { reason, note },
      };
      responseInput.parse({ answer, ...fields[answer] });
    }
    const keys = network.responses.map((response) => `${response.tenderId} ${response.coopId}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
