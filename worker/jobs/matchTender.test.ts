import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { CoopProfile, HeldSkill } from '@cobid/domain/coop/schema.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { exposures, recordOrder } from '@cobid/platform/mongo/models/exposure.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import { recordAnswer } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import {
  buildClient,
  buildCoop,
  buildMailSettings,
  buildMembership,
  buildPerson,
  buildTender,
  completeTender,
} from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { matchTender } from './matchTender.ts';
import { sendDelivery } from './sendDelivery.ts';

let app: TestApp;
let context: TestContext;

beforeAll(async () => {
  app = await startTestApp();
  context = await startJobContext(app);
});
afterAll(async () => {
  await context.stop();
  await app.stop();
});
beforeEach(() => app.mongo.clear());

const held = (skill: string, level = 4): HeldSkill => ({
  skill,
  level,
  people: 2,
  lastUsed: '2037-10',
  evidence: '',
  verifiedReferences: 2,
});
const profile = (...skills: string[]): CoopProfile => ({
  ...emptyProfile,
  skills: skills.map((skill) => held(skill)),
});

/** Closes within 72 hours: who wants to hear at once hears of it also where they cover a part. */
const twoMusts: TenderContent = {
  ...completeTender,
  questionsUntil: '2037-11-24T12:00:00Z',
  deadline: '2037-11-25T12:00:00Z',
  requirements: ['react', 'accessibility-audit'].map((skill, index) => ({
    id: `r${index + 1}`,
    skill,
    priority: 'must',
    level: 3,
    days: 10,
    certificate: null,
    language: null,
    note: '',
  })),
};

async function publishedTender() {
  const { client } = await buildClient();
  return buildTender({
    clientId: client.id,
    content: twoMusts,
    matching: { wantedAt: app.clock(), doneAt: null, version: 1 },
    needsMatching: true,
  });
}

const addressees = async () =>
  (await deliveries.find({ kind: 'opportunity' })).map(({ email }) => email).toSorted();

describe('matching a tender', () => {
  test('stores a match with its reasons for each co-op that fits, and tells them', async () => {
    const fits = await buildCoop({ profile: profile('react') });
    const other = await buildCoop({ profile: profile('accessibility-audit') });
    const nothing = await buildCoop({ profile: profile('copywriting') });
    await buildCoop({ profile: { ...profile('react'), isPaused: true } });
    const tender = await publishedTender();
    await matchTender({ tenderId: tender.id }, context);

    const found = await matches.find({ tenderId: tender.id });
    expect(found).toHaveLength(2);
    const match = found.find(({ coopId }) => coopId === fits.coop.id);
    expect(match).toMatchObject({ isEligible: true, missing: ['r2'], tenderVersion: 1 });
    expect(match?.completers).toEqual([{ coopId: other.coop.id, requirementIds: ['r2'] }]);
    expect(match?.terms.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(
      match?.score ?? Number.NaN,
      12,
    );
    expect(await addressees()).toEqual([fits.person.email, other.person.email].toSorted());
    expect(await addressees()).not.toContain(nothing.person.email);
    const wanted = (await deliveries.find({})).map(({ id }) => id);
    expect(await app.waitingJobs('sendDeliveries')).toEqual([{ deliveryIds: wanted }]);
    expect(await tenders.findById(tender.id)).toMatchObject({ matching: { doneAt: app.clock() } });
    expect((await tenders.findById(tender.id))?.needsMatching).toBeUndefined();
  });

  test.each([0, 0.5, 2])(
    'tells the same co-ops under λ = %s, those who were shown less first',
    async (lambda) => {
      const able = profile('react', 'accessibility-audit');
      const coops = await Promise.all([1, 2, 3, 4].map(() => buildCoop({ profile: able })));
      await mainNetwork();
      await networks.change({ isMain: true }, { set: { lambda } });
      const often = coops.slice(0, 2).map(({ coop }) => coop.id);
      await recordOrder(
        coops.map(({ coop }) => ({ coopId: coop.id, score: 0.5, lift: 0 })),
        { id: newId(), version: 1 },
        app.clock(),
      );
      for (const coopId of often) await exposures.changeMany({ coopId }, { set: { shownAt: app.clock() } });
      const tender = await publishedTender();
      await matchTender({ tenderId: tender.id }, context);
      await matchTender({ tenderId: tender.id }, context);
      expect(await addressees()).toEqual(coops.map(({ person }) => person.email).toSorted());
      const ordered = await exposures.find({ tenderId: tender.id }, { sort: { rank: 1 } });
      expect(ordered.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
      expect(
        ordered
          .slice(2)
          .map(({ coopId }) => coopId)
          .toSorted(),
      ).toEqual(often.toSorted());
      const first = ordered[0]?.coopId ?? '';
      const mail = await deliveries.findOne({ 'refs.coopId': first });
      await sendDelivery({ deliveryId: mail?.id ?? '' }, context);
      expect(await exposures.find({ tenderId: tender.id, shownAt: app.clock() })).toMatchObject([
        { coopId: first, worth: 1 },
      ]);
    },
  );

  test('puts all co-ops in one order, however many are matched at once', async () => {
    const able = profile('react', 'accessibility-audit');
    // As many as are matched in two goes (see matchStored).
    const coops = await Promise.all(Array.from({ length: 502 }, () => buildCoop({ profile: able })));
    const ids = coops.map(({ coop }) => coop.id).toSorted();
    const last = ids.at(-1) ?? '';
    await recordOrder(
      ids.map((coopId) => ({ coopId, score: 0.5, lift: 0 })),
      { id: newId(), version: 1 },
      app.clock(),
    );
    await exposures.changeMany({ coopId: oneOf(ids.slice(0, -1)) }, { set: { shownAt: app.clock() } });
    const tender = await publishedTender();
    await matchTender({ tenderId: tender.id }, context);
    const ordered = await exposures.find({ tenderId: tender.id }, { sort: { rank: 1 } });
    expect(ordered.map(({ rank }) => rank)).toEqual(ids.map((_, at) => at + 1));
    expect(ordered[0]?.coopId).toBe(last);
    expect(ordered[0]?.lift).toBeGreaterThan(0);
    expect(ordered.at(-1)?.lift).toBeLessThan(0);
    const mails = await deliveries.find({ 'refs.tenderId': tender.id }, { sort: { id: 1 } });
    expect(mails).toHaveLength(502);
    expect(mails[0]?.refs.coopId).toBe(last);
  }, 60_000);

  test('tells those who may answer, once each, on behalf of the co-op that fits best', async () => {
    const strong = await buildCoop({ profile: profile('react', 'accessibility-audit') });
    const weak = await buildCoop({ profile: { ...emptyProfile, skills: [held('react', 3)] } });
    await buildMembership(strong.person, weak.coop, 'bidder');
    const bidder = await buildPerson();
    await buildMembership(bidder, strong.coop, 'bidder');
    const member = await buildPerson();
    await buildMembership(member, strong.coop, 'member');
    const tender = await publishedTender();
    await matchTender({ tenderId: tender.id }, context);
    expect(await addressees()).toEqual([strong.person.email, weak.person.email, bidder.email].toSorted());
    expect(await deliveries.findOne({ personId: strong.person.id })).toMatchObject({
      key: `opportunity:${tender.id}:1:${strong.person.id}`,
      refs: { tenderId: tender.id, coopId: strong.coop.id },
    });
  });

  test('respects what people want to hear of, and that their co-op has answered', async () => {
    const part = profile('react');
    const every = await buildCoop({ profile: part });
    const wanting = async (settings: Partial<MailSettings>, skills = part) => {
      const { person } = await buildCoop({ profile: skills });
      await buildMailSettings(person, settings);
      return person;
    };
    await wanting({ scope: 'all_musts' });
    await wanting({ frequency: 'off' });
    await wanting({ mostInstantAWeek: 0 });
    await wanting({ pausedUntil: '2037-12-01' });
    const weekly = await wanting({ frequency: 'weekly', isUrgentWelcome: false });
    const whole = await wanting({ scope: 'all_musts' }, profile('react', 'accessibility-audit'));
    const answered = await buildCoop({ profile: profile('react') });
    const tender = await publishedTender();
    await recordAnswer(
      { tenderId: tender.id, coopId: answered.coop.id },
      {
        personId: answered.person.id,
        answer: 'yes',
        condition: null,
        until: null,
        passedTo: null,
        reason: null,
        note: '',
        seeksPartners: false,
        via: 'web',
        at: app.clock(),
      },
    );
    await matchTender({ tenderId: tender.id }, context);
    expect(await addressees()).toEqual([every.person.email, whole.email].toSorted());
    expect(await deliveries.count({ personId: weekly.id })).toBe(0);
  });

  test('sees to it that those who hear in a digest have one, and leaves it to the digest what is in it', async () => {
    const { person } = await buildCoop({ profile: profile('react') });
    await mailSettings.remove({});
    const { id } = await buildTender({
      content: { ...twoMusts, questionsUntil: '2037-11-30T12:00:00Z', deadline: '2037-12-07T12:00:00Z' },
      matching: { wantedAt: app.clock(), doneAt: null, version: 1 },
      needsMatching: true,
    });
    await matchTender({ tenderId: id }, context);
    expect(await deliveries.count({})).toBe(0);
    expect(await mailSettings.findOne({ personId: person.id })).toMatchObject({
      settings: usualSettings,
      nextDigestAt: new Date('2037-11-24T08:00:00Z'),
    });
  });

  test('keeps a mail that may not come in the quiet hours until they are over', async () => {
    const { person } = await buildCoop({ profile: profile('react', 'accessibility-audit') });
    await buildMailSettings(person, { deliveryFrom: 12, hour: 12 });
    const tender = await publishedTender();
    await matchTender({ tenderId: tender.id }, context);
    const held = await deliveries.findOne({ personId: person.id });
    expect(await app.waitingJobs('sendDelivery')).not.toContainEqual({ deliveryId: held?.id });
    expect(held).toMatchObject({
      state: 'wanted',
      leaseUntil: new Date('2037-11-23T11:00:00Z'),
    });
  });

  test('can be repeated from any step without doubling anything', async () => {
    await buildCoop({ profile: profile('react') });
    const tender = await publishedTender();
    await matchTender({ tenderId: tender.id }, context);
    const before = await matches.find({});
    await tenders.change(
      { id: tender.id },
      { set: { needsMatching: true, 'matching.doneAt': null } }, // as if it had died before marking
    );
    await Promise.all([
      matchTender({ tenderId: tender.id }, context),
      matchTender({ tenderId: tender.id }, context),
    ]);
    expect(await matches.find({})).toEqual(before);
    expect(await deliveries.count({})).toBe(1);
  });

  test('forgets the matches of an earlier version that do not hold any more', async () => {
    const { coop } = await buildCoop({ profile: profile('react') });
    const stays = await buildCoop({ profile: profile('accessibility-audit') });
    const tender = await publishedTender();
    await matchTender({ tenderId: tender.id }, context);
    const requirements = twoMusts.requirements.slice(1);
    await tenders.change(
      { id: tender.id },
      {
        set: {
          content: { ...twoMusts, requirements },
          matching: { wantedAt: app.clock(), doneAt: null, version: 2 },
          needsMatching: true,
        },
      },
    );
    await matchTender({ tenderId: tender.id }, context);
    expect(await matches.findOne({ coopId: coop.id })).toBeNull();
    expect(await matches.findOne({ coopId: stays.coop.id })).toMatchObject({ tenderVersion: 2 });
  });

  test('leaves a newer need alone, and does nothing for a tender that is not open any more', async () => {
    await buildCoop({ profile: profile('react') });
    const tender = await publishedTender();
    await tenders.change({ id: tender.id }, { set: { state: 'withdrawn' } });
    await matchTender({ tenderId: tender.id }, context);
    expect(await matches.count({})).toBe(0);
    expect((await tenders.findById(tender.id))?.needsMatching).toBeUndefined();
    await matchTender({ tenderId: '0'.repeat(24) }, context);
  });
});
