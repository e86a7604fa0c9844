import { resolve } from 'node:path';
import express from 'express';
import type { Express } from 'express';
import { resolveDns } from '@cobid/platform/dns.ts';
import type { Resolver } from '@cobid/platform/dns.ts';
import { clientFiles } from './http/clientFiles.ts';
import { mountRoutes, requestIdOf, sendProblem } from './http/mount.ts';
import { refusal } from './http/problem.ts';
import { createRateLimiter } from './http/rateLimit.ts';
import { securityHeaders } from './http/security.ts';
import type { Services } from './http/services.ts';
import { mountDocs } from './operations/docs.ts';
import { mountMailPreview } from './operations/mailPreview.ts';
import { mountProbes } from './operations/probes.ts';
import { mountQueuePage } from './operations/queuePage.ts';
import { allRoutes } from './routes.ts';

/** What the API is made of; the rest it makes itself. */
export interface AppParts extends Omit<Services, 'limiter' | 'resolver'> {
  /** The DNS; that of this machine unless given. */
  resolver?: Resolver;
  /** Multiplies the rate limits; for tests that are not about them. */
  leniency?: number;
  /** Folder of the built client; `dist/client` under the working directory unless given. */
  clientFolder?: string;
  /** Folder of the page that shows every mail; `dist/mails` unless given. */
  mailsFolder?: string;
}

/** The whole HTTP side of Cobid, ready to listen or to be handed to a test. */
export function createApp(parts: AppParts): Express {
  const { config, redis, leniency = 1, clientFolder = resolve('dist/client') } = parts;
  const { mailsFolder = resolve('dist/mails'), resolver = resolveDns } = parts;
  const services: Services = {
    ...parts,
    resolver,
    limiter: createRateLimiter({ redis, prefix: config.REDIS_PREFIX, leniency }),
  };
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.TRUST_PROXY);
  app.set('query parser', 'simple');
  app.use((_request, response, next) => {
    requestIdOf(response);
    next();
  });
  app.use(securityHeaders(config));
  mountProbes(app, services);
  mountDocs(app, allRoutes, services);
  mountMailPreview(app, mailsFolder);
  mountQueuePage(app, services);
  mountRoutes(app, allRoutes, services);
  app.use(clientFiles(clientFolder));
  app.use((request, response) => sendProblem(refusal('not_found'), request, response, services, 'none'));
  app.use(
    (error: unknown, request: express.Request, response: express.Response, _next: express.NextFunction) =>
      sendProblem(error, request, response, services, 'none'),
  );
  return app;
}
