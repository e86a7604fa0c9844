import { allRoutes } from '@cobid/api/routes.ts';
import { openApiOf } from '@cobid/api/http/openapi.ts';

/** What docs/openapi.json has to hold: the OpenAPI 3.1 description of every route. */
export function apiDescription(): string {
  const description = openApiOf(allRoutes, { url: 'https://cobid.example.org', version: '1' });
  return `${JSON.stringify(description, null, 2)}\n`;
}
