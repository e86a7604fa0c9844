import { ApiError, offlineProblem, readProblem } from './problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Query = Record<string, string | number | undefined>;

let actingFor: string | null = null;

/** Every later request says that it is made for this organisation; null leaves it to the session. */
export function actFor(organisationId: string | null) {
  actingFor = organisationId;
}

/**
 * One key per submitted form: sending the same content again before an answer came back (double click, lost
 * connection, still being worked on) repeats the key, so that the server does it once. Any other answer frees it.
 */
const openSubmissions = new Map<string, string>();

function keyFor(submission: string): string {
  const key = openSubmissions.get(submission) ?? crypto.randomUUID();
  openSubmissions.set(submission, key);
  return key;
}

function address(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`;
}

/** The server's replies are trusted to be what its contract says (its tests check every reply): no parsing here. */
function trusted<Reply>(text: string): Reply {
  return JSON.parse(text === '' ? 'null' : text);
}

/** What a refusal says; a proxy may answer with a page instead of a problem document. */
function untrusted(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function exchange(url: string, request: RequestInit): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(url, request);
    return { response, text: await response.text() };
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(offlineProblem(), cause);
  }
}

async function send<Reply>(
  method: Method,
  path: string,
  options: { body?: unknown; query?: Query; signal?: AbortSignal } = {},
): Promise<Reply> {
  const headers = new Headers({ accept: 'application/json' });
  if (actingFor !== null) headers.set('Cobid-Acting-For', actingFor);
  const body = options.body === undefined ? null : JSON.stringify(options.body);
  if (body !== null) headers.set('content-type', 'application/json');
  const submission = `${method} ${path} ${body}`;
  if (method === 'POST') headers.set('Idempotency-Key', keyFor(submission));
  const request = { method, headers, body, signal: options.signal ?? null };
  const { response, text } = await exchange(address(path, options.query ?? {}), request);
  const problem = response.ok
    ? null
    : readProblem(response.status, untrusted(text), response.headers.get('x-request-id'));
  if (response.status < 500 && problem?.reason !== 'still_running') openSubmissions.delete(submission);
  if (problem !== null) throw new ApiError(problem);
  return trusted<Reply>(text);
}

/** Requests to Cobid's API: paths without /api; each rejects with ApiError. */
export const http = {
  get: <Reply>(path: string, query: Query = {}, signal?: AbortSignal) =>
    send<Reply>('GET', path, signal === undefined ? { query } : { query, signal }),
  post: <Reply>(path: string, body: unknown = {}) => send<Reply>('POST', path, { body }),
  put: <Reply>(path: string, body: unknown) => send<Reply>('PUT', path, { body }),
  patch: <Reply>(path: string, body: unknown) => send<Reply>('PATCH', path, { body }),
  delete: <Reply = null>(path: string, query: Query = {}) => send<Reply>('DELETE', path, { query }),
};
