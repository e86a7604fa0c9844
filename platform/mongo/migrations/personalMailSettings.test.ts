import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import { buildCoop, buildMembership } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { mailSettings } from '../models/mailSettings.ts';
import { organisations } from '../models/organisation.ts';
import { personalMailSettings } from './0003-personal-mail-settings.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(() => app.mongo.clear());

/** A co-op as it was stored before; its steward has no settings yet. */
async function coopThatWants(notification: string) {
  const { coop, person } = await buildCoop({ profile: emptyProfile });
  await organisations.change({ id: coop.id }, { set: { 'profile.notification': notification } });
  return { coop, person };
}
const settingsOf = async ({ id }: { id: string }) => (await mailSettings.findOne({ personId: id }))?.settings;

test('what a co-op wanted to hear of becomes a setting of its people, once', async () => {
  const every = await coopThatWants('every');
  const musts = await coopThatWants('all_musts');
  const none = await coopThatWants('none');
  const both = await coopThatWants('every');
  await buildMembership(both.person, none.coop, 'bidder');
  await mailSettings.remove({});
  await personalMailSettings.run();
  expect(await settingsOf(every.person)).toEqual(usualSettings);
  expect(await settingsOf(musts.person)).toEqual({
    ...usualSettings,
    frequency: 'instant',
    scope: 'all_musts',
  });
  expect(await settingsOf(none.person)).toMatchObject({
    frequency: 'off',
    switchedOff: ['opportunityPassedOn'],
  });
  expect(await settingsOf(both.person)).toEqual({ ...usualSettings, silentCoopIds: [none.coop.id] });
  expect((await organisations.findById(musts.coop.id))?.profile).toEqual(emptyProfile);
  const before = await mailSettings.find({});
  await personalMailSettings.run();
  expect(await mailSettings.find({})).toEqual(before);
});
