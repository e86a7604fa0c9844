/** Before each test file: a database and a key prefix for this worker alone, and the settings a process has to have. */
const worker = process.env['JEST_WORKER_ID'] ?? '1';

Object.assign(process.env, {
  MONGODB_DATABASE: `cobid-test-${worker}`,
  REDIS_PREFIX: `cobid-test-${worker}`,
  APP_URL: 'http://localhost:3000',
  MAIL_FROM: 'Cobid <cobid@localhost>',
  COBID_SECRET: 'a secret for tests alone, of no use elsewhere',
  LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
});

export {};
