import { z } from 'zod';
import { problemDocument } from './problem.ts';
import type { Access, Route } from './route.ts';
import { openSchemaBook } from './schemaBook.ts';
import type { SchemaBook } from './schemaBook.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of the routes, made from their declarations. */
export function openApiOf(routes: readonly Route[], options: { url: string; version: string }): Json {
  const book = openSchemaBook();
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, book) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cobid',
      version: options.version,
      description:
        'Shared work and joint bids for networks of tech co-operatives. Times are ISO 8601 in UTC, money is in ' +
        'integer minor units. Each failure is a problem document (RFC 9457). Send `Idempotency-Key` with a POST ' +
        'to repeat it safely, and `Cobid-Acting-For` with the id of the organisation that you act for.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: options.url }],
    paths,
    components: {
      schemas: { Problem: book.schemaOf(problemDocument, 'output'), ...book.parts() },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: options.url.startsWith('https:') ? '__Host-cobid' : 'cobid-session',
        },
      },
    },
  };
}

function operationOf(route: Route, book: SchemaBook): Json {
  return {
    operationId: operationId(route),
    summary: route.summary,
    description: describeAccess(route.access),
    tags: [route.path.split('/')[1] ?? ''],
    security: route.access === 'public' ? [{}, { session: [] }] : [{ session: [] }],
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...headersOf(route),
    ],
    ...(hasMembers(route.body) ? { requestBody: requestBodyOf(route, book) } : {}),
    responses: responsesOf(route, book),
  };
}

/** Such as `post_tenders_tenderId_publish`: unique, and stable as long as the route is. */
function operationId(route: Route): string {
  return `${route.method.toLowerCase()}${route.path.replace(/[/:-]+/g, '_')}`;
}

function describeAccess(access: Access): string {
  if (access === 'public') return 'For everybody.';
  if (access === 'person') return 'For people who are signed in.';
  if (access === 'operator') return 'For operators of the installation.';
  if (access === 'coordinator') return 'For coordinators of the network.';
  const kind = { coop: 'a co-op', client: 'a client', any: 'an organisation' }[access.acting];
  return `For people who act for ${kind} as ${access.role} or more.`;
}

function requestBodyOf(route: Route, book: SchemaBook): Json {
  const schema = book.schemaOf(route.body, 'input');
  const form = route.takesForm ? { 'application/x-www-form-urlencoded': { schema } } : {};
  return { required: true, content: { 'application/json': { schema }, ...form } };
}

function responsesOf(route: Route, book: SchemaBook): Json {
  const success =
    route.reply === null
      ? { description: 'Done' }
      : {
          description: 'Done',
          content: { 'application/json': { schema: book.schemaOf(route.reply, 'output') } },
        };
  return {
    [String(route.status)]: success,
    default: {
      description: 'Refused or failed; the document says why and what to do',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  };
}

function headersOf(route: Route): Json[] {
  const header = (name: string, description: string, schema: Json) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema,
  });
  return [
    ...(route.access === 'public'
      ? []
      : [header('Cobid-Acting-For', 'Id of the organisation that you act for', { type: 'string' })]),
    ...(route.method === 'POST'
      ? [
          header('Idempotency-Key', 'Makes a repeated request safe', {
            type: 'string',
            minLength: 8,
            maxLength: 100,
          }),
        ]
      : []),
  ];
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, member]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: member,
  }));
}

function hasMembers(schema: z.ZodType): boolean {
  const { properties, oneOf, anyOf } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return oneOf !== undefined || anyOf !== undefined || Object.keys(properties ?? {}).length > 0;
}
