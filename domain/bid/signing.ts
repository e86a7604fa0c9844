import { move } from '../lifecycle.ts';
import type { TenderContent } from '../tender/schema.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { currentRevision, toFrozen, waitingFor } from './frozen.ts';
import type { FreezeFacts } from './frozen.ts';
import { bidMoves, changeableBidStates } from './lifecycle.ts';
import { became, cannot } from './outcome.ts';
import type { BidOutcome } from './outcome.ts';
import { bidProblems } from './problems.ts';
import type { Bid, Revision, Signature, Strengths } from './schema.ts';

export interface FreezeInput extends FreezeFacts {
  tender: { version: number; content: TenderContent };
  strengths: Strengths;
  /** SHA-256 of the canonical JSON of a value, in lower-case hexadecimal. */
  hashOf: (value: unknown) => string;
  personId: string;
  now: Date;
}

/**
 * Freezes the working text into a revision that everybody signs. The same text is not frozen twice; a revision that
 * nobody's signature is on any more is replaced.
 */
export function freeze(bid: Bid, input: FreezeInput): BidOutcome {
  if (!changeableBidStates.includes(bid.state)) return cannot('wrong_state');
  const problems = bidProblems(bid.content, input.tender.content, input.strengths);
  if (problems.length > 0) return cannot('incomplete', problems);

  const step = move(bidMoves, bid.state, 'freeze');
  const state = step.ok ? step.to : bid.state;
  const last = bid.revisions.at(-1);
  if (last !== undefined && !last.isVoid) {
    const unchanged = toFrozen(bid, last.number, input);
    if (canonicalJson(unchanged) === canonicalJson(last.content)) return became({ ...bid, state });
  }

  const number = (last?.number ?? 0) + 1;
  const content = toFrozen(bid, number, input);
  if (content === null) return cannot('incomplete');
  const revision: Revision = {
    number,
    content,
    hash: input.hashOf(content),
    frozenAt: input.now,
    frozenBy: input.personId,
    signatures: [],
    isVoid: false,
  };
  const kept = bid.revisions.filter(
    (old) => old.number === bid.submission?.revision || old.signatures.length > 0,
  );
  return became({ ...bid, state, revisions: [...kept, revision] });
}

/**
 * One co-op consents to one hash. When a newer revision than the live one has everybody's signature, it takes
 * its place at once.
 */
export function sign(bid: Bid, input: { revision: number; hash: string; by: Signature }): BidOutcome {
  const revision = currentRevision(bid);
  if (!changeableBidStates.includes(bid.state)) return cannot('wrong_state');
  if (revision === null || bid.state === 'forming' || bid.state === 'drafting') return cannot('no_revision');
  if (revision.number !== input.revision || revision.hash !== input.hash) return cannot('hash_differs');
  if (!revision.content.seats.some((seat) => seat.coopId === input.by.coopId)) return cannot('not_found');
  if (!waitingFor(revision).includes(input.by.coopId)) return cannot('already_signed');
  const signed: Revision = { ...revision, signatures: [...revision.signatures, input.by] };
  const next = {
    ...bid,
    revisions: bid.revisions.map((old) => (old.number === signed.number ? signed : old)),
  };
  const replacesLive = bid.state === 'submitted' && waitingFor(signed).length === 0;
  return became(replacesLive ? withSubmission(next, signed, input.by.personId, input.by.at) : next);
}

/** Makes the fully signed revision the live bid. Safe to repeat. */
export function submit(bid: Bid, input: { revision: number; personId: string; now: Date }): BidOutcome {
  if (bid.state === 'submitted' && bid.submission?.revision === input.revision) return became(bid);
  const step = move(bidMoves, bid.state, 'submit');
  if (!step.ok) return cannot(changeableBidStates.includes(bid.state) ? 'no_revision' : step.because);
  const revision = currentRevision(bid);
  if (revision === null || revision.number !== input.revision) return cannot('no_revision');
  if (waitingFor(revision).length > 0) return cannot('not_signed');
  return became({ ...withSubmission(bid, revision, input.personId, input.now), state: step.to });
}

/** Takes the bid back, whatever was submitted. */
export function withdraw(bid: Bid): BidOutcome {
  const step = move(bidMoves, bid.state, 'withdraw');
  return step.ok ? became({ ...bid, state: step.to, submission: null }) : cannot(step.because);
}

function withSubmission(bid: Bid, revision: Revision, byPersonId: string, at: Date): Bid {
  return { ...bid, submission: { revision: revision.number, hash: revision.hash, at, byPersonId } };
}
