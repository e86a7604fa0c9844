import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startMongo } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    host: { type: 'string' },
    socket: { type: 'string' },
    'key-file': { type: 'string' },
  },
});
const keyFile = values['key-file'];

const running = await startMongo({
  port: Number(values.port ?? 27017),
  data: values.data ?? '.data/mongo',
  host: values.host,
  socket: values.socket,
  key: keyFile === undefined ? undefined : readFileSync(keyFile, 'utf8').trim(),
});
process.stdout.write(`${running.url}\n`);

const end = (): void => {
  void running.stop().then(() => process.exit(0));
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
