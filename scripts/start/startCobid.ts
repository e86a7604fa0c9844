import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@cobid/embedded/process/freePort.ts';
import { takeInstanceLock } from './instanceLock.ts';
import { keepRunning } from './keepRunning.ts';
import { startNodeProcess, turnLogs } from './nodeProcess.ts';
import type { Parts } from './parts.ts';
import { prepareDatabase } from './prepareDatabase.ts';
import type { ExampleAccount } from './prepareDatabase.ts';
import { builtPrograms, sourcePrograms } from './programs.ts';
import { isNamed, keptSecret, readEnvFile } from './settings.ts';
import type { Environment } from './settings.ts';
import { startStores } from './startStores.ts';
import { waitUntilReady } from './waitUntilReady.ts';

const vitePort = 5173;

export interface StartOptions {
  isDevelopment: boolean;
  withExample: boolean;
  showsTimings: boolean;
  /** The folder for everything that is kept. */
  data: string;
  say: (line: string) => void;
}

/** Where a Cobid is that runs. */
export interface StartedCobid {
  address: string;
  /** The web view of its mail, if the inbox is its own. */
  inbox: string | undefined;
  /** Who of the example network can sign in. */
  accounts: ExampleAccount[];
}

/** Starts all of Cobid. Resolves when it answers; rejects with one sentence when something does not start. */
export async function startCobid(parts: Parts, options: StartOptions): Promise<StartedCobid> {
  const { isDevelopment, data, say } = options;
  const step = createStep(options);
  const programs = isDevelopment ? sourcePrograms : builtPrograms;
  readEnvFile();
  await mkdir(data, { recursive: true, mode: 0o700 });
  const lock = await takeInstanceLock(join(data, 'instance.sock'));
  if ('heldBy' in lock) throw new Error(`Cobid is already running here. ${lock.heldBy}`);
  await turnLogs(logsIn(data), ['api', 'worker', 'mailIn', 'client']);

  const stores = await step('stores and inbox', () =>
    startStores(parts, { environment: process.env, data, programs, say }),
  );
  const environment = await completed({ ...process.env, ...stores }, options);
  const { accounts, operator } = await step('database', () =>
    prepareDatabase({
      program: programs.prepareDatabase,
      environment,
      withExample: options.withExample,
      embeddedData: stores['MONGODB_URI'] === undefined ? undefined : join(data, 'mongo'),
    }),
  );
  // Where no mail leaves this machine, somebody of the example may look into the queues, if nobody else is named.
  const mailStaysHere = stores['SMTP_URL'] !== undefined;
  if (operator !== undefined && mailStaysHere && !isNamed(environment, 'OPERATOR_EMAILS')) {
    environment['OPERATOR_EMAILS'] = operator;
  }
  await step('api and worker', () => startProcesses(parts, environment, options));
  lock.tell(`It is at ${environment['APP_URL']}.`);
  return { address: environment['APP_URL'] ?? '', inbox: stores['INBOX_URL'], accounts };
}

/** Everything that API and worker have to know, with defaults that are right for one machine. */
async function completed(
  environment: Environment,
  { isDevelopment, data }: StartOptions,
): Promise<Environment> {
  const port = await freePort(Number(environment['PORT'] || 3000), '');
  if (isNamed(environment, 'PORT') && port !== Number(environment['PORT'])) {
    throw new Error(`Port ${environment['PORT']}, which PORT names, is taken.`);
  }
  const secret = isNamed(environment, 'COBID_SECRET')
    ? {}
    : { COBID_SECRET: await keptSecret(join(data, 'secret')) };
  const url = isNamed(environment, 'APP_URL')
    ? {}
    : { APP_URL: `http://localhost:${isDevelopment ? vitePort : port}` };
  const mode = isNamed(environment, 'NODE_ENV')
    ? {}
    : { NODE_ENV: isDevelopment ? 'development' : 'production' };
  // Node.js from 22 on keeps compiled code there; older ones know nothing of it.
  const cache = { NODE_COMPILE_CACHE: environment['NODE_COMPILE_CACHE'] ?? join(data, 'compiled') };
  return { ...environment, ...secret, ...url, ...mode, ...cache, PORT: String(port) };
}

async function startProcesses(
  parts: Parts,
  environment: Environment,
  { isDevelopment, data, say }: StartOptions,
): Promise<void> {
  const programs = isDevelopment ? sourcePrograms : builtPrograms;
  const start = async (name: string, program: readonly string[], title: string) => {
    let first: Promise<unknown> | undefined;
    const begin = async () => {
      const running = startNodeProcess({
        name,
        program,
        environment,
        logs: logsIn(data),
        grace: 3_000,
        notice: say,
      });
      first ??= running.ended;
      return running;
    };
    parts.add('process', await keepRunning(title, begin, say));
    return { ended: first ?? Promise.resolve() };
  };
  const [api] = await Promise.all([
    start('api', programs.api, 'The API'),
    start('worker', programs.worker, 'The worker'),
    isDevelopment
      ? start(
          'client',
          ['node_modules/vite/bin/vite.js', 'client', '--port', `${vitePort}`, '--strictPort'],
          'Vite',
        )
      : undefined,
  ]);
  await waitUntilReady(`http://127.0.0.1:${environment['PORT']}/readyz`, { failed: api.ended });
  // Nobody answers a mail in the first second: it does not hold up the rest.
  if (isNamed(environment, 'INBOUND_DOMAIN') && isNamed(environment, 'INBOUND_URL')) {
    await start('mailIn', programs.mailIn, 'The process that takes mail in');
  }
}

function logsIn(data: string): string {
  return join(data, 'logs');
}

function createStep({ say, showsTimings }: StartOptions) {
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await work();
    const now = performance.now();
    if (showsTimings) say(`  ${name}: ${Math.round(now - begun)} ms (${Math.round(now)} ms since the start)`);
    return result;
  };
}
