import { reasons } from '@cobid/domain/reasons.ts';
import type { Reason } from '@cobid/domain/reasons.ts';
import type { Problem } from '@cobid/domain/problem.ts';

/** What went wrong with a request, in words: status 0 means that no answer came back at all. */
export interface ApiProblem {
  status: number;
  reason: Reason | null;
  /** One sentence: what is the matter and what to do next. */
  sentence: string;
  issues: Problem[];
  requestId: string | null;
}

/** A failed request; thrown by everything in http.ts. A class only because errors are told apart by instanceof. */
export class ApiError extends Error {
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem, cause?: unknown) {
    super(problem.sentence, { cause });
    this.name = 'ApiError';
    this.problem = problem;
  }
}

const OFFLINE = 'We could not reach Cobid. Check your connection and try again; nothing was lost.';
const UNKNOWN = 'Something went wrong on our side. Nothing was changed. Please try again in a minute.';

function isReason(value: unknown): value is Reason {
  return typeof value === 'string' && Object.hasOwn(reasons, value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readIssues(value: unknown): Problem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((issue: unknown) =>
    isRecord(issue) && typeof issue.pointer === 'string' && typeof issue.message === 'string'
      ? [{ pointer: issue.pointer, message: issue.message }]
      : [],
  );
}

/** No answer: the network is away, or the server is. */
export function offlineProblem(): ApiProblem {
  return { status: 0, reason: null, sentence: OFFLINE, issues: [], requestId: null };
}

/** Reads a problem document (RFC 9457); anything else becomes a plain sentence that fits the status. */
export function readProblem(status: number, body: unknown, requestId: string | null): ApiProblem {
  const document = isRecord(body) ? body : {};
  const reason = isReason(document.reason) ? document.reason : status === 404 ? 'not_found' : null;
  const detail = typeof document.detail === 'string' && document.detail !== '' ? document.detail : null;
  return {
    status,
    reason,
    sentence: detail ?? (reason === null ? UNKNOWN : reasons[reason]),
    issues: readIssues(document.issues),
    requestId: typeof document.requestId === 'string' ? document.requestId : requestId,
  };
}

/** The problem in any thrown thing; what is not ours is told as a plain failure. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiError) return error.problem;
  return { status: 500, reason: null, sentence: UNKNOWN, issues: [], requestId: null };
}
