import type { Express, Request } from 'express';
import { isSameSecret } from '@cobid/platform/tokens.ts';
import type { Services } from '../http/services.ts';

/** /healthz (the process lives), /readyz (its stores answer) and /metrics (Prometheus). */
export function mountProbes(app: Express, services: Services): void {
  app.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });

  app.get('/readyz', async (_request, response) => {
    const [mongo, redis] = await Promise.all([
      answers(services.mongo.ping()),
      answers(services.redis.ping()),
    ]);
    const isReady = mongo && redis;
    response
      .status(isReady ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: isReady ? 'ready' : 'waiting', mongo, redis });
  });

  app.get('/metrics', async (request, response) => {
    if (!mayReadMetrics(request, services)) {
      response.status(404).end();
      return;
    }
    const { registry } = services.metrics;
    response.type(registry.contentType).send(await registry.metrics());
  });
}

const PROBE_PATIENCE_MS = 2000;

async function answers(probe: Promise<unknown>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, PROBE_PATIENCE_MS, false).unref());
  const answered = probe.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]);
}

/** With METRICS_TOKEN set only its bearer may read; without it only this machine. */
function mayReadMetrics(request: Request, { config }: Services): boolean {
  const token = config.METRICS_TOKEN;
  if (token !== undefined) return isSameSecret(request.headers.authorization ?? '', `Bearer ${token}`);
  const address = request.socket.remoteAddress ?? '';
  const isForwarded = request.headers['x-forwarded-for'] !== undefined;
  return !isForwarded && /^(::1|(::ffff:)?127\.)/.test(address);
}
