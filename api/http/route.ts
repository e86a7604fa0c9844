import { z } from 'zod';
import { isAtLeast } from '@cobid/domain/actor.ts';
import type { ActingFor, Actor } from '@cobid/domain/actor.ts';
import type { Id } from '@cobid/domain/ids.ts';
import type { Language } from '@cobid/domain/language.ts';
import type { Role } from '@cobid/domain/person/schema.ts';
import type { Log } from '@cobid/platform/log.ts';
import type { SessionRecord } from '@cobid/platform/mongo/models/session.ts';
import { plainMessage } from './issues.ts';
import { refusal } from './problem.ts';
import type { Services } from './services.ts';

/** Who may call a route at all; what depends on the thing itself is for its policy. */
export type Access =
  | 'public'
  | 'person'
  | 'operator'
  | 'coordinator'
  | { acting: 'coop' | 'client' | 'any'; role: Role };

export interface SignedInActor extends Actor {
  personId: Id;
}
export interface ActingActor extends SignedInActor {
  acting: ActingFor;
}
type ActorFor<A extends Access> = A extends 'public'
  ? Actor
  : A extends 'person' | 'operator' | 'coordinator'
    ? SignedInActor
    : ActingActor;

/** At most so many calls in so many seconds by the same address, mailbox (of the body) or person. */
export interface Limit {
  by: 'ip' | 'email' | 'person';
  points: number;
  seconds: number;
}

/** What a handler gets: everything is parsed, and nothing else of the request is needed. */
interface Call<A extends Access, Params, Query, Body> {
  actor: ActorFor<A>;
  params: Params;
  query: Query;
  body: Body;
  /** When the request arrived, by the server's clock. */
  now: Date;
  log: Log;
  services: Services;
  session: SessionRecord | null;
  /** Short name of the browser. */
  device: string;
  /** Of those that mails are written in, the one that the browser prefers. */
  language: Language;
  /** Adds a header to the reply; for cookies. */
  setHeader(name: string, value: string): void;
}

const nothing = z.strictObject({});
type Nothing = typeof nothing;
type Schema = z.ZodType;

interface Declaration<
  A extends Access,
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  R extends Schema,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under /api, with Express' parameters: `/tenders/:tenderId`. */
  path: `/${string}`;
  /** One line for the documentation, verb first. */
  summary: string;
  access: A;
  params?: P;
  query?: Q;
  body?: B;
  /** Schema of the reply; null for 204. Members that it does not know are left out: nothing leaks by default. */
  reply: R | null;
  status?: 200 | 201 | 202;
  limits?: readonly Limit[];
  /** Takes a form as body too (RFC 8058 one-click unsubscribe). */
  takesForm?: true;
  handle: (call: Call<A, z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>> | z.input<R>;
}

/** The raw request, as the mounting function hands it over. */
interface RawCall {
  actor: Actor;
  session: SessionRecord | null;
  params: unknown;
  query: unknown;
  body: unknown;
  now: Date;
  log: Log;
  services: Services;
  device: string;
  language: Language;
  setHeader(name: string, value: string): void;
}

/** A declared route, ready to be mounted and documented. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/${string}`;
  summary: string;
  access: Access;
  params: Schema;
  query: Schema;
  body: Schema;
  reply: Schema | null;
  status: 200 | 201 | 202 | 204;
  limits: readonly Limit[];
  takesForm: boolean;
  /** Parses, asks for access, does the work and checks the reply. Throws a Refusal where it is refused. */
  prepare(call: RawCall): { body: unknown; run(): Promise<unknown> };
}

/** Declares a route; see `Declaration` for what each member means. */
export function route<
  const A extends Access,
  P extends Schema = Nothing,
  Q extends Schema = Nothing,
  B extends Schema = Nothing,
  R extends Schema = z.ZodVoid,
>(declaration: Declaration<A, P, Q, B, R>): Route {
  const { method, path, summary, access, reply, handle } = declaration;
  const params: Schema = declaration.params ?? nothing;
  const query: Schema = declaration.query ?? nothing;
  const body: Schema = declaration.body ?? nothing;
  return {
    method,
    path,
    summary,
    access,
    params,
    query,
    body,
    reply,
    status: reply === null ? 204 : (declaration.status ?? 200),
    limits: declaration.limits ?? [],
    takesForm: declaration.takesForm ?? false,
    prepare: (call) => {
      const actor = admit(access, call.actor, call.session);
      const parsed = {
        params: parse<P>(params, call.params, 'params'),
        query: parse<Q>(query, call.query, 'query'),
        body: parse<B>(body, call.body ?? {}, 'body'),
      };
      return {
        body: parsed.body,
        run: async () => {
          const answer = await handle({ ...call, ...parsed, actor });
          return reply === null ? undefined : checked(reply, answer);
        },
      };
    },
  };
}

/** The actor as this access allows to treat it, or a refusal that says what is missing. */
function admit<A extends Access>(access: A, actor: Actor, session: SessionRecord | null): ActorFor<A> {
  if (access !== 'public' && (actor.personId === null || session === null)) throw refusal('needs_sign_in');
  if (access === 'operator' && !actor.isOperator) throw refusal('needs_operator');
  if (access === 'coordinator' && !actor.isCoordinator) throw refusal('needs_coordinator');
  if (typeof access === 'object') {
    const { acting } = actor;
    if (acting === null) throw refusal('needs_organisation');
    if (access.acting === 'coop' && !acting.isCoop) throw refusal('needs_coop');
    if (access.acting === 'client' && !acting.isClient) throw refusal('needs_client');
    if (!isAtLeast(acting.role, access.role)) {
      throw refusal(access.role === 'steward' ? 'needs_steward' : 'needs_bidder');
    }
  }
  return asAdmitted(actor);
}

/** The checks above are what the type says; TypeScript cannot follow them through a conditional type. */
function asAdmitted<A extends Access>(actor: Actor): ActorFor<A> {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- see above
  return actor as ActorFor<A>;
}

/** Parses one part of the request; a bad address is "not found", a bad query or body lists all that is wrong. */
function parse<S extends Schema>(
  schema: Schema,
  value: unknown,
  part: 'params' | 'query' | 'body',
): z.output<S> {
  const parsed = schema.safeParse(value, { error: plainMessage });
  // oxlint-disable-next-line typescript/consistent-type-assertions -- it is S, or the empty default that S then is
  if (parsed.success) return parsed.data as z.output<S>;
  if (part === 'params') throw refusal('not_found');
  throw parsed.error;
}

function checked(reply: Schema, answer: unknown): unknown {
  const parsed = reply.safeParse(answer);
  if (parsed.success) return parsed.data;
  // Not a ZodError of the caller's input: a reply that breaks its promise is our fault.
  throw new Error(`the reply is not what was declared: ${parsed.error.message}`);
}
