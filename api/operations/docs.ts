import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express from 'express';
import type { Express } from 'express';
import { openApiOf } from '../http/openapi.ts';
import type { Route } from '../http/route.ts';
import type { Services } from '../http/services.ts';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Cobid API</title>
    <link rel="icon" href="/api/docs/files/favicon-32x32.png" />
    <link rel="stylesheet" href="/api/docs/files/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/files/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const swaggerUi = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** A file of its own, because the content security policy allows no script in the page. */
const start = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true });\n`;

/** /api/openapi.json and the page that renders it, /api/docs. */
export function mountDocs(app: Express, routes: readonly Route[], services: Services): void {
  // Made on first use: it takes a tenth of a second that nobody should wait for at the start.
  let description: string | undefined;
  app.get('/api/openapi.json', (_request, response) => {
    description ??= JSON.stringify(openApiOf(routes, { url: services.config.APP_URL, version: '1' }));
    response.type('application/json').set('Cache-Control', 'no-cache').send(description);
  });
  app.get('/api/docs', (_request, response) => {
    response.type('html').send(page);
  });
  app.get('/api/docs/start.js', (_request, response) => {
    response.type('text/javascript').send(start);
  });
  app.use('/api/docs/files', express.static(swaggerUi, { index: false, maxAge: '1d', extensions: false }));
}
