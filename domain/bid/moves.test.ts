import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../canonicalJson.ts';
import { coverageOf } from './coverage.ts';
import { edit } from './edit.ts';
import { exampleBid, exampleStrengths, exampleTender } from './example.ts';
import { currentRevision, liveRevision, waitingFor } from './frozen.ts';
import { isFull, memberIds } from './members.ts';
import type { BidOutcome } from './outcome.ts';
import type { Bid } from './schema.ts';
import {
  acceptSeat,
  addSeat,
  changeSeat,
  endInvitation,
  inviteToSeat,
  leave,
  removeSeat,
  reopenSeat,
} from './seats.ts';
import { setShares, shareEvenlyByDays } from './shares.ts';
import { freeze, sign, submit, withdraw } from './signing.ts';

const hashOf = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex');
const now = new Date('2026-11-21T12:00:00Z');
const coops = ['lead', 'maps', 'both', 'weak'];

const freezeInput = {
  tender: { version: 1, content: exampleTender },
  coopNames: { lead: 'Lead', maps: 'Maps', both: 'Both', weak: 'Weak' },
  strengths: exampleStrengths,
  hashOf,
  personId: 'person',
  now,
};

function must(outcome: BidOutcome): Bid {
  if (!outcome.ok) throw new Error(`${outcome.because}: ${JSON.stringify(outcome.problems)}`);
  return outcome.bid;
}

function signAs(bid: Bid, coopId: string): BidOutcome {
  const last = bid.revisions.at(-1);
  const by = { coopId, personId: `person-${coopId}`, personName: coopId, at: now };
  return sign(bid, { revision: last?.number ?? 1, hash: last?.hash ?? '', by });
}

const offer = (seatId: string, coopId: string) => ({ seatId, coopId, invitationId: `${seatId} ${coopId}` });
const mapsTerms = { parts: [{ requirementId: 'maps', days: 5 }], shareMinor: 300_00 };

function readyToFreeze(): Bid {
  const invited = must(inviteToSeat(exampleBid, offer('seat-2', 'maps'), mapsTerms));
  const accepted = must(acceptSeat(invited, offer('seat-2', 'maps'), mapsTerms));
  return must(
    edit(accepted, {
      sections: [{ key: 'approach', title: 'Approach', text: 'We will.' }],
      disputePath: { kind: 'talk_then_mediator', who: '' },
      joiningReasons: ['skill'],
    }),
  );
}

function submitted(): Bid {
  const frozen = must(freeze(readyToFreeze(), freezeInput));
  const signed = must(signAs(must(signAs(frozen, 'lead')), 'maps'));
  return must(submit(signed, { revision: 1, personId: 'person-lead', now }));
}

describe('the life of a bid', () => {
  test('forms, is written, frozen, signed by all and submitted', () => {
    expect(exampleBid.state).toBe('forming');
    const ready = readyToFreeze();
    expect(ready.state).toBe('drafting');
    expect(ready.content.totalMinor).toBe(300_00);
    const frozen = must(freeze(ready, freezeInput));
    expect(frozen.state).toBe('signing');
    const half = must(signAs(frozen, 'maps'));
    expect(submit(half, { revision: 1, personId: 'p', now })).toMatchObject({ because: 'not_signed' });
    expect(signAs(half, 'maps')).toMatchObject({ because: 'already_signed' });
    const bid = submitted();
    expect(bid.state).toBe('submitted');
    expect(bid.submission).toMatchObject({ revision: 1, hash: bid.revisions[0]?.hash });
    expect(must(submit(bid, { revision: 1, personId: 'p', now }))).toBe(bid);
  });

  test('is not frozen before it is complete, and says what is missing', () => {
    const outcome = freeze(exampleBid, freezeInput);
    expect(outcome).toMatchObject({ ok: false, because: 'incomplete' });
    expect(outcome.ok ? [] : outcome.problems.map((problem) => problem.pointer)).toEqual([
      '/seats/1',
      '/coverage/1',
      '/sections',
      '/disputePath',
    ]);
  });

  test('an edit clears the signatures of the revision in signing', () => {
    const half = must(signAs(must(freeze(readyToFreeze(), freezeInput)), 'maps'));
    const edited = must(edit(half, { sections: [{ key: 'approach', title: 'Approach', text: 'We may.' }] }));
    expect(edited.state).toBe('drafting');
    expect(edited.revisions[0]?.signatures).toEqual([]);
    expect(signAs(edited, 'lead')).toMatchObject({ because: 'no_revision' });
    const again = must(freeze(edited, freezeInput));
    expect(again.revisions.map((revision) => revision.number)).toEqual([2]);
  });

  test('saving the same words again, or showing a price, clears nothing', () => {
    const half = must(signAs(must(freeze(readyToFreeze(), freezeInput)), 'maps'));
    const same = must(edit(half, { sections: half.content.sections }));
    const shown = must(changeSeat(same, 'seat-2', { showsPrice: true }));
    expect(shown.revisions[0]?.signatures).toHaveLength(1);
    expect(shown.state).toBe('signing');
  });

  test('words that come back are signed anew, under a new number', () => {
    const half = must(signAs(must(freeze(readyToFreeze(), freezeInput)), 'maps'));
    const { sections } = half.content;
    const away = must(edit(half, { sections: [{ key: 'approach', title: 'Approach', text: 'We may.' }] }));
    const back = must(edit(away, { sections }));
    expect(currentRevision(back)).toBe(null);
    expect(must(freeze(back, freezeInput)).revisions).toMatchObject([{ number: 2, signatures: [] }]);
  });

  test('unchanged words are not frozen twice', () => {
    const frozen = must(freeze(readyToFreeze(), freezeInput));
    expect(must(freeze(frozen, freezeInput)).revisions).toEqual(frozen.revisions);
  });

  test('the submitted revision stays the bid until the next one has every signature', () => {
    const edited = must(edit(submitted(), { joiningReasons: ['skill', 'capacity'] }));
    expect(edited).toMatchObject({ state: 'submitted', submission: { revision: 1 } });
    expect(edited.revisions[0]?.signatures).toHaveLength(2);
    const frozen = must(freeze(edited, freezeInput));
    const half = must(signAs(frozen, 'lead'));
    expect(half).toMatchObject({ state: 'submitted', submission: { revision: 1 } });
    expect(must(signAs(half, 'maps'))).toMatchObject({ state: 'submitted', submission: { revision: 2 } });
  });

  test('a member who leaves takes its consent away, also from what was submitted', () => {
    const left = must(leave(submitted(), 'maps'));
    expect(left).toMatchObject({ state: 'forming', submission: null });
    expect(left.content.seats[1]).toMatchObject({ state: 'open', coopId: null, contribution: '' });
    const back = must(
      acceptSeat(
        must(inviteToSeat(left, offer('seat-2', 'maps'), mapsTerms)),
        offer('seat-2', 'maps'),
        mapsTerms,
      ),
    );
    const frozen = must(freeze(back, freezeInput));
    expect(currentRevision(frozen)?.signatures).toEqual([]);
  });

  test('a new open seat leaves the submitted revision alone; whoever joins there may go again', () => {
    const added = must(addSeat(submitted(), { id: 'seat-3', parts: [], contribution: '' }));
    expect(added).toMatchObject({ state: 'submitted', submission: { revision: 1 } });
    const terms = { parts: [{ requirementId: 'copy', days: 2 }], shareMinor: 0 };
    const joined = must(
      acceptSeat(must(inviteToSeat(added, offer('seat-3', 'weak'), terms)), offer('seat-3', 'weak'), terms),
    );
    const left = must(leave(joined, 'weak'));
    expect(left).toMatchObject({ state: 'submitted', submission: { revision: 1 } });
  });

  test('the lead can neither leave nor be put out', () => {
    expect(leave(submitted(), 'lead')).toMatchObject({ because: 'lead_stays' });
    expect(reopenSeat(submitted(), 'lead')).toMatchObject({ because: 'lead_stays' });
    expect(removeSeat(submitted(), 'lead')).toMatchObject({ because: 'lead_stays' });
  });

  test('a withdrawn bid has no submission and changes no more', () => {
    const gone = must(withdraw(submitted()));
    expect(gone).toMatchObject({ state: 'withdrawn', submission: null });
    for (const outcome of [edit(gone, {}), leave(gone, 'maps'), freeze(gone, freezeInput), withdraw(gone)])
      expect(outcome).toMatchObject({ because: 'wrong_state' });
  });

  test('one co-op has one seat, and one seat one co-op', () => {
    const invited = must(inviteToSeat(exampleBid, offer('seat-2', 'maps'), mapsTerms));
    const two = must(addSeat(invited, { id: 'seat-3', parts: [], contribution: '' }));
    expect(inviteToSeat(two, offer('seat-3', 'maps'), mapsTerms)).toMatchObject({ because: 'coop_invited' });
    expect(inviteToSeat(two, offer('seat-3', 'lead'), mapsTerms)).toMatchObject({ because: 'coop_invited' });
    expect(inviteToSeat(two, offer('seat-2', 'both'), mapsTerms)).toMatchObject({ because: 'seat_invited' });
    const accepted = must(acceptSeat(two, offer('seat-2', 'maps'), mapsTerms));
    expect(inviteToSeat(accepted, offer('seat-2', 'both'), mapsTerms)).toMatchObject({
      because: 'seat_taken',
    });
    expect(acceptSeat(accepted, offer('seat-2', 'both'), mapsTerms)).toMatchObject({ because: 'seat_taken' });
    expect(must(acceptSeat(accepted, offer('seat-2', 'maps'), mapsTerms))).toBe(accepted);
    expect(removeSeat(accepted, 'seat-2')).toMatchObject({ because: 'seat_taken' });
    expect(removeSeat(two, 'seat-2')).toMatchObject({ because: 'seat_invited' });
  });
});

describe('shares', () => {
  test('are refused unless they sum exactly to the total, with the difference', () => {
    const shares = [
      { seatId: 'lead', shareMinor: 500_00 },
      { seatId: 'seat-2', shareMinor: 299_99 },
    ];
    expect(setShares(exampleBid, { totalMinor: 800_00, shares })).toMatchObject({
      because: 'shares_differ',
      problems: [{ message: 'The shares come to 0.01 less than the total.' }],
    });
    expect(must(setShares(exampleBid, { totalMinor: 799_99, shares })).content.totalMinor).toBe(799_99);
  });

  test('name each seat once', () => {
    const share = { seatId: 'lead', shareMinor: 0 };
    const unknown = { seatId: 'nowhere', shareMinor: 0 };
    const outcome = setShares(exampleBid, { totalMinor: 0, shares: [share, share, unknown] });
    expect(outcome.ok ? [] : outcome.problems.map((problem) => problem.pointer)).toEqual([
      '/shares/1/seatId',
      '/shares/2/seatId',
      '/shares',
    ]);
  });

  test('what is on offer to a co-op changes only by offering again', () => {
    const invited = must(inviteToSeat(exampleBid, offer('seat-2', 'maps'), mapsTerms));
    const shares = [
      { seatId: 'lead', shareMinor: 0 },
      { seatId: 'seat-2', shareMinor: 1 },
    ];
    expect(setShares(invited, { totalMinor: 1, shares })).toMatchObject({ because: 'seat_invited' });
    expect(changeSeat(invited, 'seat-2', { parts: [] })).toMatchObject({ because: 'seat_invited' });
  });

  test('by days sum exactly to any total', () => {
    const seats = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,4}$/),
        parts: fc.array(
          fc.record({ requirementId: fc.constant('r'), days: fc.integer({ min: 1, max: 400 }) }),
        ),
      }),
      { selector: (seat) => seat.id, minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(seats, fc.integer({ min: 0, max: 1_000_000_000_00 }), (list, total) => {
        const shares = shareEvenlyByDays(total, list);
        expect(shares.reduce((sum, share) => sum + share.shareMinor, 0)).toBe(total);
        expect(shares.every((share) => share.shareMinor >= 0)).toBe(true);
      }),
    );
  });
});

describe('nobody is bound to what they did not sign', () => {
  const seatId = fc.constantFrom('lead', 'seat-2', 'seat-3', 'seat-4');
  const coopId = fc.constantFrom(...coops);
  const part = fc.record({
    requirementId: fc.constantFrom('react', 'maps', 'copy'),
    days: fc.constantFrom(2, 5, 10),
  });
  const terms = fc.record({
    parts: fc.uniqueArray(part, { selector: (chosen) => chosen.requirementId, minLength: 1 }),
    shareMinor: fc.integer({ min: 0, max: 1000_00 }),
  });
  const text = fc.constantFrom('', 'We will.', 'We may.');

  /** A move, and the signatures that it is known to have given: "co-op hash". */
  type Step = (bid: Bid, consents: Set<string>) => BidOutcome;

  const orSame = (outcome: BidOutcome, bid: Bid) => (outcome.ok ? outcome.bid : bid);

  const signing =
    (id: string): Step =>
    (bid, consents) => {
      const outcome = signAs(bid, id);
      if (outcome.ok) consents.add(`${id} ${bid.revisions.at(-1)?.hash}`);
      return outcome;
    };
  const signingAll: Step = (bid, consents) => ({
    ok: true,
    bid: coops.reduce((signed, id) => orSame(signing(id)(signed, consents), signed), bid),
  });
  const submitting: Step = (bid) =>
    submit(bid, { revision: bid.revisions.at(-1)?.number ?? 0, personId: 'person-lead', now });
  const freezing: Step = (bid) => freeze(bid, freezeInput);
  const seating =
    (id: string, seatId: string, terms: typeof mapsTerms): Step =>
    (bid) => {
      const invited = inviteToSeat(bid, offer(seatId, id), terms);
      return invited.ok ? acceptSeat(invited.bid, offer(seatId, id), terms) : invited;
    };
  const inOrder =
    (...steps: Step[]): Step =>
    (bid, consents) => ({
      ok: true,
      bid: steps.reduce((at, next) => orSame(next(at, consents), at), bid),
    });
  /** A lead who wants to get it done; without it random sequences hardly ever come to a submission. */
  const finishing: Step = inOrder(
    ...['seat-2', 'seat-3', 'seat-4'].flatMap((id): Step[] => [
      ...coops.map(
        (coop): Step =>
          (bid) =>
            endInvitation(bid, offer(id, coop)),
      ),
      (bid) => removeSeat(bid, id),
    ]),
    (bid) => addSeat(bid, { id: 'seat-2', parts: [], contribution: '' }),
    seating('maps', 'seat-2', mapsTerms),
    (bid) => edit(bid, { sections: [{ key: 'a', title: 'A', text: 'We shall.' }] }),
    freezing,
    signingAll,
    submitting,
  );

  const step: fc.Arbitrary<Step> = fc.oneof(
    seatId.map(
      (id): Step =>
        (bid) =>
          addSeat(bid, { id, parts: [], contribution: '' }),
    ),
    fc.record({ seatId, contribution: text, showsPrice: fc.boolean() }).map(
      (input): Step =>
        (bid) =>
          changeSeat(bid, input.seatId, input),
    ),
    seatId.map(
      (id): Step =>
        (bid) =>
          removeSeat(bid, id),
    ),
    seatId.map(
      (id): Step =>
        (bid) =>
          reopenSeat(bid, id),
    ),
    fc
      .record({ seatId, coopId, terms })
      .map((input): Step => seating(input.coopId, input.seatId, input.terms)),
    fc.record({ seatId, coopId, terms }).map(
      (input): Step =>
        (bid) =>
          inviteToSeat(bid, offer(input.seatId, input.coopId), input.terms),
    ),
    fc.record({ seatId, coopId }).map(
      (input): Step =>
        (bid) =>
          endInvitation(bid, offer(input.seatId, input.coopId)),
    ),
    fc.integer({ min: 0, max: 5000_00 }).map(
      (totalMinor): Step =>
        (bid) =>
          setShares(bid, { totalMinor, shares: shareEvenlyByDays(totalMinor, bid.content.seats) }),
    ),
    text.map(
      (words): Step =>
        (bid) =>
          edit(bid, { sections: [{ key: 'a', title: 'A', text: words }] }),
    ),
    fc.constant(freezing),
    coopId.map(signing),
    fc.constant(signingAll),
    fc.constant(submitting),
    coopId.map(
      (id): Step =>
        (bid) =>
          leave(bid, id),
    ),
    fc.constant(finishing),
    fc.constant(finishing),
  );

  function expectSound(bid: Bid, consents: Set<string>) {
    const { content, submission } = bid;
    expect(content.totalMinor).toBe(content.seats.reduce((sum, seat) => sum + seat.shareMinor, 0));
    expect(content.seats.some((seat) => seat.coopId === 'lead' && seat.state === 'accepted')).toBe(true);
    expect(new Set(memberIds(content)).size).toBe(memberIds(content).length);
    expect(bid.state === 'submitted').toBe(submission !== null);
    if (submission === null) expect(bid.state === 'forming').toBe(!isFull(content));
    for (const revision of bid.revisions) {
      expect(revision.hash).toBe(hashOf(revision.content));
      for (const signature of revision.signatures)
        expect(consents.has(`${signature.coopId} ${revision.hash}`)).toBe(true);
    }
    if (submission === null) return;
    const live = liveRevision(bid);
    if (live === null) throw new Error('A submission without its revision.');
    expect(live.hash).toBe(submission.hash);
    expect(waitingFor(live)).toEqual([]);
    expect(live.content.totalMinor).toBe(live.content.seats.reduce((sum, seat) => sum + seat.shareMinor, 0));
    for (const seat of live.content.seats) expect(memberIds(content)).toContain(seat.coopId);
    const seats = live.content.seats.map((seat) => ({ ...seat, state: 'accepted' as const }));
    for (const requirement of exampleTender.requirements.filter((need) => need.priority === 'must')) {
      const { isAble, coveredDays } = coverageOf(requirement, seats, exampleStrengths);
      expect(isAble && coveredDays >= requirement.days).toBe(true);
    }
  }

  test('after any sequence of moves', () => {
    let submissions = 0;
    let replaced = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(exampleBid, readyToFreeze(), submitted()),
        fc.array(step, { minLength: 1, maxLength: 40 }),
        (start, steps) => {
          let bid = start;
          const consents = new Set(
            start.revisions.flatMap((revision) =>
              revision.signatures.map((signature) => `${signature.coopId} ${revision.hash}`),
            ),
          );
          for (const next of steps) {
            const before = bid;
            bid = orSame(next(bid, consents), bid);
            if (bid.submission !== null && before.submission === null) submissions += 1;
            if (bid.submission && before.submission && bid.submission.revision !== before.submission.revision)
              replaced += 1;
            expectSound(bid, consents);
          }
        },
      ),
      { numRuns: 200 },
    );
    // The sequences are worth something only if they get this far.
    expect(submissions).toBeGreaterThan(20);
    expect(replaced).toBeGreaterThan(5);
  });
});
