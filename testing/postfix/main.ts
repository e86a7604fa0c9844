import { parseArgs } from 'node:util';
import { spawnTied } from '@cobid/embedded/process/tiedChild.ts';
import { DISK_FULL, NOBODY_THERE } from './configuration.ts';
import { startPostfix } from './startPostfix.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '2526' },
    'inbound-domain': { type: 'string', default: 'cobid.localhost' },
    'inbound-port': { type: 'string', default: '2424' },
  },
});
const { 'inbound-domain': domain, 'inbound-port': inboundPort } = values;
const postfix = await startPostfix({
  port: Number(values.port),
  routes: { [domain]: `smtp:[127.0.0.1]:${inboundPort}` },
  notice: (line) => console.log(line),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
console.log(`
postfix takes mail at ${postfix.url} and delivers it into ${postfix.maildir}/new.
Mail for ${domain} goes to Cobid, at port ${inboundPort}. Anybody @${NOBODY_THERE} comes back at once,
@${DISK_FULL} after a minute. Cobid with this mail server:

  SMTP_URL=${postfix.url} INBOUND_DOMAIN=${domain} INBOUND_URL=smtp://127.0.0.1:${inboundPort} npm start

Ctrl-C stops it and removes all of it.
`);
const tail = spawnTied('tail', ['-n', '+1', '-F', postfix.logFile]);
tail.stdout.pipe(process.stdout);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void Promise.all([tail.stop(), postfix.stop()]).then(() => process.exit(0)));
}
