import { z } from 'zod';
import { reasons } from '@cobid/domain/reasons.ts';
import type { Problem } from '@cobid/domain/problem.ts';
import type { Reason } from '@cobid/domain/reasons.ts';
import type { Verdict } from '@cobid/domain/verdict.ts';
import { isStoreAway } from '@cobid/platform/mongo/storeAway.ts';
import { issuesOf } from './issues.ts';

/** HTTP status of each refusal; what is not listed is a 403. */
const statuses: Partial<Record<Reason, number>> = {
  not_found: 404,
  needs_sign_in: 401,
  session_ended: 401,
  wrong_state: 409,
  stale_version: 409,
  proposal_over: 409,
  already_exists: 409,
  replay_differs: 422,
  still_running: 409,
  too_many: 429,
  store_away: 503,
  unreadable: 400,
  too_large: 413,
  invalid: 422,
  incomplete: 422,
  link_used: 409,
  code_wrong: 422,
  last_steward: 409,
  last_coordinator: 409,
  unknown_person: 422,
  deadline_passed: 409,
  lead_exists: 409,
  lead_stays: 409,
  seat_taken: 409,
  seat_invited: 409,
  coop_invited: 409,
  invitation_over: 409,
  terms_changed: 409,
  reply_by_passed: 409,
  rival_undeclared: 409,
  too_many_bids: 409,
  shares_differ: 422,
  not_signed: 409,
  already_signed: 409,
  hash_differs: 409,
  no_revision: 409,
  bid_not_candidate: 409,
  reasons_missing: 422,
};

/** What a refusal says beyond its reason. */
export interface RefusalDetails {
  status?: number;
  /** A sentence for this occurrence; the reason's own sentence where there is none. */
  detail?: string;
  issues?: readonly Problem[];
  /** The state or version that the thing is in now, for 409. */
  state?: string;
  version?: number;
  retryAfterSeconds?: number;
}

/** Thrown where a request is refused; becomes a problem document. */
export class Refusal extends Error {
  readonly reason: Reason;
  readonly details: RefusalDetails;

  constructor(reason: Reason, details: RefusalDetails) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
    // "Not found" is also said of what the caller must not know of, so it tells nothing about it.
    this.details = reason === 'not_found' ? {} : details;
  }
}

/** A refusal to throw: `throw refusal('wrong_state', { state: tender.state })`. */
export function refusal(reason: Reason, details: RefusalDetails = {}): Refusal {
  return new Refusal(reason, details);
}

/** Goes on where a policy allows it, and refuses with its reason otherwise. */
export function ensure(verdict: Verdict, details: RefusalDetails = {}): void {
  if (!verdict.ok) throw refusal(verdict.because, details);
}

/** The thing itself, or 404 where there is none. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw refusal('not_found');
  return thing;
}

/** A 422 with issues that a domain rule found; `under` is put before their pointers, such as "/content". */
export function invalid(issues: readonly Problem[], under = ''): Refusal {
  return refusal('invalid', {
    issues: issues.map(({ pointer, message }) => ({ pointer: `${under}${pointer}`, message })),
  });
}

/** A problem document (RFC 9457) with Cobid's extension members. */
export const problemDocument = z.object({
  type: z.string().meta({ description: 'Names the refusal; opens a description of it' }),
  title: z.string().meta({ description: 'What is the matter and what to do, in general' }),
  status: z.int(),
  detail: z.string().meta({ description: 'What is the matter this time' }),
  reason: z.string().meta({ description: 'Code of the refusal' }),
  requestId: z.string(),
  issues: z
    .array(
      z.object({
        pointer: z.string().meta({ description: 'JSON pointer (RFC 6901)' }),
        message: z.string(),
      }),
    )
    .optional(),
  state: z.string().optional().meta({ description: 'State that it is in now' }),
  version: z.int().optional().meta({ description: 'Version that it is at now' }),
});

/** A failure in HTTP's terms. `isUnexpected` is true for what should be logged as an error of ours. */
export interface HttpProblem {
  status: number;
  headers: Record<string, string>;
  body: z.output<typeof problemDocument> | { type: string; title: string; status: number; requestId: string };
  isUnexpected: boolean;
}

/** Turns whatever was thrown into HTTP; the only place that does. */
export function toHttpProblem(error: unknown, requestId: string): HttpProblem {
  const refused = asRefusal(error);
  if (refused === null) {
    // Nothing about the error itself: it may hold what this reader must not know.
    const body = { type: 'about:blank', title: 'Something went wrong on our side.', status: 500, requestId };
    return { status: 500, headers: {}, body, isUnexpected: true };
  }
  const { reason, details } = refused;
  const status = details.status ?? statusOf(reason);
  return {
    status,
    headers:
      details.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(details.retryAfterSeconds) },
    isUnexpected: false,
    body: {
      type: `/api/problems/${reason}`,
      title: reasons[reason],
      status,
      detail: details.detail ?? reasons[reason],
      reason,
      requestId,
      ...(details.issues === undefined ? {} : { issues: [...details.issues] }),
      ...(details.state === undefined ? {} : { state: details.state }),
      ...(details.version === undefined ? {} : { version: details.version }),
    },
  };
}

export function statusOf(reason: Reason): number {
  return statuses[reason] ?? 403;
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) return refusal('invalid', { issues: issuesOf(error.issues) });
  if (error instanceof URIError) return refusal('unreadable', { detail: 'The address could not be read.' });
  if (!(error instanceof Error)) return null;
  if (error.name === 'DuplicateError') return refusal('already_exists');
  if (isStoreAway(error)) return refusal('store_away', { retryAfterSeconds: 5 });
  return 'type' in error && typeof error.type === 'string' ? asBodyRefusal(error.type) : null;
}

/** What express.json and express.urlencoded throw, by their `type`. */
function asBodyRefusal(type: string): Refusal | null {
  if (type === 'entity.too.large') return refusal('too_large');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return refusal('unreadable', { status: 415, detail: 'Send it as JSON in UTF-8.' });
  }
  const isUnreadable = [
    'entity.parse.failed',
    'request.size.invalid',
    'request.aborted',
    'parameters.too.many',
  ];
  return isUnreadable.includes(type) ? refusal('unreadable') : null;
}
