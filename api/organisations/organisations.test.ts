import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { days } from '@cobid/platform/clock.ts';
import { not } from '@cobid/platform/mongo/filter.ts';
import { colleagueInvitations } from '@cobid/platform/mongo/models/colleagueInvitation.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { derivedToken } from '@cobid/platform/tokens.ts';
import { buildClient, buildCoop, buildMembership, buildPerson } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { Agent, TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const coopInput = { kind: 'coop', name: 'Código Común', country: 'ES', city: 'Bilbao', bases: ['worker'] };

describe('an organisation', () => {
  test('has its creator as steward, who acts for it from then on', async () => {
    const person = await buildPerson();
    const browser = await app.as(person);
    const made = await browser.post('/api/organisations').send(coopInput).expect(201);
    expect(made.body).toMatchObject({
      slug: 'codigo-comun',
      name: 'Código Común',
      isCoop: true,
      isClient: false,
      version: 1,
      website: '',
    });
    const me = await browser.get('/api/me');
    expect(me.body.actingFor).toMatchObject({ organisationId: made.body.id, role: 'steward' });
    expect(await organisations.findById(made.body.id)).toMatchObject({
      nameFolded: 'codigo comun',
      profileVersion: 1,
      profile: { skills: [] },
    });
  });

  test('gets a web address of its own where the name is taken', async () => {
    const browser = await app.as(await buildPerson());
    const slugs: string[] = [];
    for (let count = 0; count < 3; count++) {
      const reply = await browser
        .post('/api/organisations')
        .send({ ...coopInput, name: 'Same & Same' })
        .expect(201);
      slugs.push(reply.body.slug);
    }
    expect(slugs).toEqual(['same-same', 'same-same-es', expect.stringMatching(/^same-same-\d{6}$/)]);
    const other = await browser
      .post('/api/organisations')
      .send({ ...coopInput, name: '協同組合' })
      .expect(201);
    expect(other.body.slug).toBe('organisation');
  });

  test('is created once by a request that is sent twice', async () => {
    const person = await buildPerson();
    const browser = await app.as(person);
    const send = () =>
      browser
        .post('/api/organisations')
        .set('Idempotency-Key', 'key-organisation-1')
        .send({ ...coopInput, name: 'Once' });
    const [first, second] = [await send().expect(201), await send().expect(201)];
    expect(second.body).toEqual(first.body);
    expect(await memberships.count({ personId: person.id })).toBe(1);
  });

  test.each([
    [{ ...coopInput, name: '' }, '/name'],
    [{ ...coopInput, name: 'x'.repeat(101) }, '/name'],
    [{ ...coopInput, name: 'Two\nlines' }, '/name'],
    [{ ...coopInput, country: 'Spain' }, '/country'],
    [{ ...coopInput, kind: 'ngo' }, '/kind'],
    [{ ...coopInput, website: 'javascript:alert(1)' }, '/website'],
    [{ ...coopInput, bases: ['worker', 'pirate'] }, '/bases/1'],
    [{ ...coopInput, identifier: { scheme: 'GB-COH' } }, '/identifier/id'],
    [{ ...coopInput, isCoop: true }, '/isCoop'],
    [{}, '/name'],
    [[], ''],
  ])('refuses %j and names %s', async (body, pointer) => {
    const browser = await app.as(await buildPerson());
    const reply = await browser.post('/api/organisations').send(body).expect(422);
    const issues: { pointer: string; message: string }[] = reply.body.issues;
    expect(issues.map((issue) => issue.pointer)).toContain(pointer);
    for (const issue of issues) expect(issue.message).not.toMatch(/invalid|expected|received|zod|undefined/i);
  });

  test('is changed by its stewards, on the version that they saw', async () => {
    const { coop, person } = await buildCoop({ name: 'Old name' });
    const browser = await app.as(person);
    const path = `/api/organisations/${coop.id}`;
    const changed = await browser
      .patch(path)
      .send({ version: 1, name: 'Nueva Época', about: 'Maps' })
      .expect(200);
    expect(changed.body).toMatchObject({ name: 'Nueva Época', about: 'Maps', city: coop.city, version: 2 });
    expect(await organisations.findById(coop.id)).toMatchObject({
      nameFolded: 'nueva epoca',
      searchWords: expect.arrayContaining(['maps']),
      slug: coop.slug,
    });
    const stale = await browser.patch(path).send({ version: 1, name: 'Too late' }).expect(409);
    expect(stale.body).toMatchObject({ reason: 'stale_version', version: 2 });
    await browser.patch(path).send({ name: 'No version' }).expect(422);
  });

  test('is shown to its people and to nobody else', async () => {
    const { coop, person } = await buildCoop();
    const { client, person: outsider } = await buildClient();
    const bidder = await buildPerson();
    await buildMembership(bidder, coop, 'bidder');
    const path = `/api/organisations/${coop.id}`;
    await (await app.as(person)).get(path).expect(200);
    await (await app.as(bidder)).get(path).expect(200);
    const refused = await (await app.as(outsider, client)).get(path).expect(403);
    expect(refused.body.reason).toBe('needs_member');
    await app.visitor().get(path).expect(401);
    await (await app.as(person)).get(`/api/organisations/${'0'.repeat(24)}`).expect(404);
    await (await app.as(person)).get('/api/organisations/nonsense').expect(404);
    const weak = await (await app.as(bidder)).patch(path).send({ version: 1, name: 'Mine' }).expect(403);
    expect(weak.body.reason).toBe('needs_steward');
  });
});

describe('colleagues', () => {
  const invite = (browser: Agent, organisationId: string, email: string, role = 'bidder') =>
    browser.post(`/api/organisations/${organisationId}/colleague-invitations`).send({ email, role });
  const tokenOf = (invitationId: string) =>
    derivedToken(app.config.COBID_SECRET, 'colleague-invitation', invitationId);

  test('join by the link of the mail, which signs them in and works once', async () => {
    const { coop, person } = await buildCoop();
    const invited = await invite(await app.as(person), coop.id, 'Join@Example.org').expect(201);
    const [delivery] = await deliveries.find({ email: 'join@example.org' });
    expect(delivery).toMatchObject({
      kind: 'colleagueInvited',
      refs: { organisationId: coop.id, colleagueInvitationId: invited.body.id },
    });

    const path = `/api/colleague-invitations/${tokenOf(invited.body.id)}`;
    const browser = app.visitor();
    for (let looks = 0; looks < 2; looks++) {
      const shown = await browser.get(path).expect(200);
      expect(shown.body).toMatchObject({ organisation: { name: coop.name }, role: 'bidder', isUsed: false });
    }
    expect(await people.findOne({ email: 'join@example.org' })).toBeNull();

    const joined = await browser.post(`${path}/accept`).expect(200);
    expect(joined.body.me.actingFor).toMatchObject({ organisationId: coop.id, role: 'bidder' });
    expect((await browser.get('/api/me')).body.person.email).toBe('join@example.org');
    expect((await browser.get(path)).body.isUsed).toBe(true);
    expect((await app.visitor().post(`${path}/accept`).expect(409)).body.reason).toBe('link_used');

    const list = await browser.get(`/api/organisations/${coop.id}/colleagues`).expect(200);
    expect(list.body.people.map((each: { role: string }) => each.role)).toEqual(['steward', 'bidder']);
    expect(list.body.invitations).toEqual([]);
  });

  test('are invited once at a time; taken back or grown old, they can be invited again', async () => {
    const { coop, person } = await buildCoop();
    const steward = await app.as(person);
    const first = await invite(steward, coop.id, 'again@example.org').expect(201);
    const refused = await invite(steward, coop.id, 'again@example.org').expect(409);
    expect(refused.body).toMatchObject({
      reason: 'already_exists',
      detail: expect.stringMatching(/invited already/),
    });
    await steward.delete(`/api/organisations/${coop.id}/colleague-invitations/${first.body.id}`).expect(204);
    await app
      .visitor()
      .post(`/api/colleague-invitations/${tokenOf(first.body.id)}/accept`)
      .expect(409);
    const second = await invite(steward, coop.id, 'again@example.org').expect(201);
    app.clock.advance(days(14));
    expect(
      (await app.visitor().get(`/api/colleague-invitations/${tokenOf(second.body.id)}`)).body.isUsed,
    ).toBe(true);
    await invite(steward, coop.id, 'again@example.org').expect(201);
    expect(await colleagueInvitations.count({ organisationId: coop.id, isOpen: true })).toBe(1);
  });

  test('who are there already are not invited', async () => {
    const { coop, person } = await buildCoop();
    const reply = await invite(await app.as(person), coop.id, person.email).expect(409);
    expect(reply.body.detail).toMatch(/colleague already/);
  });

  test('are invited by stewards of that organisation only', async () => {
    const { coop } = await buildCoop();
    const { person: foreign } = await buildCoop();
    const bidder = await buildPerson();
    await buildMembership(bidder, coop, 'bidder');
    await invite(await app.as(foreign), coop.id, 'x@example.org').expect(403);
    await invite(await app.as(bidder), coop.id, 'x@example.org').expect(403);
    await invite(app.visitor(), coop.id, 'x@example.org').expect(401);
    expect(await deliveries.count({ email: 'x@example.org' })).toBe(0);
  });

  test('an unknown link is told apart from nothing', async () => {
    const path = `/api/colleague-invitations/${'x'.repeat(43)}`;
    expect((await app.visitor().get(path).expect(404)).body.reason).toBe('link_used');
    await app.visitor().post(`${path}/accept`).expect(404);
    await app.visitor().get('/api/colleague-invitations/short').expect(404);
  });

  test('get other roles from stewards, and leave or are taken out', async () => {
    const { coop, person } = await buildCoop();
    const colleague = await buildPerson();
    await buildMembership(colleague, coop, 'member');
    const steward = await app.as(person);
    const path = (id: string) => `/api/organisations/${coop.id}/colleagues/${id}`;
    const reply = await steward.put(path(colleague.id)).send({ role: 'bidder' }).expect(200);
    expect(reply.body.people[1]).toMatchObject({ personId: colleague.id, role: 'bidder' });
    await steward.put(path(colleague.id)).send({ role: 'king' }).expect(422);

    const own = await app.as(colleague);
    await own.put(path(colleague.id)).send({ role: 'steward' }).expect(403);
    await own.delete(path(person.id)).expect(403);
    await own.delete(path(colleague.id)).expect(204);
    await own.get(`/api/organisations/${coop.id}`).expect(403);
    await steward.delete(path(colleague.id)).expect(404);
  });

  test('always include a steward, even when two step down at once', async () => {
    const { coop, person } = await buildCoop();
    const second = await buildPerson();
    await buildMembership(second, coop, 'steward');
    const path = (id: string) => `/api/organisations/${coop.id}/colleagues/${id}`;
    const [one, two] = [await app.as(person), await app.as(second)];
    await Promise.all([one.put(path(person.id)).send({ role: 'member' }), two.delete(path(second.id))]);
    expect(await memberships.count({ organisationId: coop.id, role: 'steward' })).toBeGreaterThan(0);
    const [last] = await memberships.find({ organisationId: coop.id, role: 'steward' });
    const stewards = await memberships.count({ organisationId: coop.id, role: 'steward' });
    if (stewards > 1)
      await memberships.remove({ organisationId: coop.id, role: 'steward', id: not(last?.id ?? '') });
    const remaining = await app.as({ id: last?.personId ?? '' });
    expect((await remaining.delete(path(last?.personId ?? '')).expect(409)).body.reason).toBe('last_steward');
    await remaining
      .put(path(last?.personId ?? ''))
      .send({ role: 'member' })
      .expect(409);
  });
});
