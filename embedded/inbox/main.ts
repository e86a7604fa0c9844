import { parseArgs } from 'node:util';
import { startInbox } from './start.ts';

const { values } = parseArgs({
  options: {
    'smtp-port': { type: 'string', default: '2525' },
    'web-port': { type: 'string', default: '8025' },
    data: { type: 'string', default: '.data/inbox' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});

const inbox = await startInbox({
  smtpPort: Number(values['smtp-port']),
  webPort: Number(values['web-port']),
  data: values.data,
  host: values.host,
});
console.log(`SMTP ${inbox.smtpUrl}, mail at ${inbox.url}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void inbox.stop().then(() => process.exit(0)));
}
