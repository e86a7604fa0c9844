import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Express } from 'express';
import { paths } from '@cobid/domain/paths.ts';
import { refusal } from '../http/problem.ts';
import { sendProblem } from '../http/mount.ts';
import type { Services } from '../http/services.ts';
import { resolveActor } from '../http/session.ts';

const PATH = '/operator/queues';

/** bull-board's page sets a base address and styles in place; its scripts are files, as everywhere. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'self'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The operators' page of all queues: what waits, what failed and why, and trying it again. */
export function mountQueuePage(app: Express, services: Services): void {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(PATH);
  createBullBoard({
    queues: services.queues.all.map((queue) => new BullMQAdapter(queue)),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Cobid queues' } },
  });
  app.use(PATH, async (request, response, next) => {
    try {
      const { config } = services;
      const { actor } = await resolveActor(
        { cookie: request.headers.cookie, actingFor: undefined },
        { config, now: services.clock() },
      );
      if (actor.personId === null) return response.redirect(paths.signIn(PATH));
      if (!actor.isOperator) throw refusal('needs_operator');
      const { origin } = request.headers;
      if (request.method !== 'GET' && origin !== undefined && origin !== config.APP_URL)
        throw refusal('wrong_origin');
      response.setHeader('Content-Security-Policy', POLICY);
      next();
    } catch (error) {
      sendProblem(error, request, response, services, PATH);
    }
  });
  app.use(PATH, adapter.getRouter());
}
