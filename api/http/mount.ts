import { randomUUID } from 'node:crypto';
import express from 'express';
import type { Express, Request, Response } from 'express';
import { language, languages } from '@cobid/domain/language.ts';
import { deviceName } from './device.ts';
import { once } from './idempotency.ts';
import { refusal, toHttpProblem } from './problem.ts';
import type { Route } from './route.ts';
import type { Services } from './services.ts';
import { resolveActor } from './session.ts';

const BODY_LIMIT = '1mb';
const readJson = express.json({ limit: BODY_LIMIT, type: ['application/json', 'application/*+json'] });
const readForm = express.urlencoded({ limit: BODY_LIMIT, extended: false });

/** Puts routes on Express, under /api: one line of log for each request, problem documents for each failure. */
export function mountRoutes(app: Express, routes: readonly Route[], services: Services): void {
  for (const route of routes) {
    const verb = route.method.toLowerCase();
    if (!isVerb(verb)) continue;
    app[verb](`/api${route.path}`, (request, response) => serve(route, request, response, services));
  }
  app.use('/api', (request, response) =>
    sendProblem(refusal('not_found'), request, response, services, 'none'),
  );
}

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
const isVerb = (word: string): word is Verb => ['get', 'post', 'put', 'patch', 'delete'].includes(word);

/** Answers one request. Never rejects. */
async function serve(route: Route, request: Request, response: Response, services: Services): Promise<void> {
  const now = services.clock();
  const startedAt = performance.now();
  const requestId = requestIdOf(response);
  const log = services.log.child({ requestId });
  const ids: Record<string, string | null> = {};
  response.on('close', () => {
    const seconds = (performance.now() - startedAt) / 1000;
    const status = response.statusCode;
    services.metrics.requests.observe({ method: route.method, route: route.path, status }, seconds);
    log.info(
      { method: route.method, route: route.path, status, ms: Math.round(seconds * 1000), ...ids },
      'request',
    );
  });
  try {
    await limitBy(route, 'ip', request.ip ?? 'unknown', services);
    if (route.method !== 'GET') checkOrigin(request, services);
    const { actor, session } = await resolveActor(
      { cookie: request.headers.cookie, actingFor: headerOf(request, 'cobid-acting-for') },
      { config: services.config, now },
    );
    ids['personId'] = actor.personId;
    ids['organisationId'] = actor.acting?.organisationId ?? null;
    await readBody(route, request, response);
    let isPrivate = false;
    const prepared = route.prepare({
      actor,
      session,
      params: request.params,
      query: request.query,
      body: request.body,
      now,
      log,
      services,
      device: deviceName(request.headers['user-agent']),
      language: language.safeParse(request.acceptsLanguages([...languages])).data ?? languages[0],
      setHeader: (name, value) => {
        isPrivate ||= name.toLowerCase() === 'set-cookie';
        response.append(name, value);
      },
    });
    if (actor.personId !== null) await limitBy(route, 'person', actor.personId, services);
    const email = emailOf(prepared.body);
    if (email !== null) await limitBy(route, 'email', email, services);

    const work = async () => ({ status: route.status, reply: await prepared.run(), isPrivate });
    const key = headerOf(request, 'idempotency-key');
    const owner = actor.personId ?? `ip-${request.ip}`;
    const content = { method: route.method, path: request.path, body: prepared.body };
    const answer =
      key === undefined || route.method !== 'POST'
        ? await work()
        : await once({ owner, key, content, now, secret: services.config.COBID_SECRET }, work);
    send(response, answer.status, answer.reply);
  } catch (error) {
    sendProblem(error, request, response, services, route.path);
  }
}

function send(response: Response, status: number, reply: unknown): void {
  response.status(status).set('Cache-Control', 'no-store');
  if (status === 204) response.end();
  else response.json(reply);
}

/** Sends what was thrown as a problem document, and logs it where it is our fault. */
export function sendProblem(
  error: unknown,
  request: Request,
  response: Response,
  services: Pick<Services, 'log'>,
  route: string,
): void {
  const requestId = requestIdOf(response);
  const problem = toHttpProblem(error, requestId);
  if (problem.isUnexpected) {
    services.log.error({ err: error, requestId, method: request.method, route }, 'request failed');
  }
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .status(problem.status)
    .set({ ...problem.headers, 'Cache-Control': 'no-store', 'Content-Type': 'application/problem+json' })
    .send(JSON.stringify(problem.body));
}

/** The request's id; made on first use and told to the caller, who can quote it. */
export function requestIdOf(response: Response): string {
  const known = response.getHeader('X-Request-Id');
  if (typeof known === 'string') return known;
  const made = randomUUID();
  response.setHeader('X-Request-Id', made);
  return made;
}

/**
 * Writes that a browser sends from another site are refused. Without an Origin header it is not a browser's
 * cross-site request: browsers send one with every write, and the session cookie is SameSite=Lax besides.
 */
function checkOrigin(request: Request, services: Services): void {
  const origin = headerOf(request, 'origin');
  if (origin !== undefined && origin !== services.config.APP_URL) throw refusal('wrong_origin');
}

async function readBody(route: Route, request: Request, response: Response): Promise<void> {
  if (route.method === 'GET') return;
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (!hasBody) return;
  // RFC 8058 lets mail providers send the one-click form as multipart, too; that it came is all that it says.
  if (route.takesForm && request.is('multipart/form-data') !== false) return;
  const isForm = route.takesForm && request.is('application/x-www-form-urlencoded') !== false;
  if (!isForm && !request.is(['application/json', 'application/*+json'])) {
    throw refusal('unreadable', {
      status: 415,
      detail: 'Send it as JSON, with Content-Type: application/json.',
    });
  }
  await new Promise<void>((resolve, reject) => {
    const read = isForm ? readForm : readJson;
    read(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
}

async function limitBy(
  route: Route,
  by: 'ip' | 'email' | 'person',
  key: string,
  services: Services,
): Promise<void> {
  for (const limit of route.limits) {
    if (limit.by === by) await services.limiter.count(`${route.method} ${route.path}`, limit, key);
  }
}

function emailOf(body: unknown): string | null {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : null;
  return typeof email === 'string' ? email : null;
}

function headerOf(request: Request, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
