import { parseArgs } from 'node:util';
import { dkimRecord } from '@cobid/platform/dkimRecord.ts';
import { newDkimKey } from '@cobid/platform/newDkimKey.ts';
import { readEnvFile } from './start/settings.ts';

/**
 * `npm run dkim -- --domain cobid.example.org [--selector NAME]`: makes a key that signs mail and says what to put into
 * the DNS and into the settings. Where a key is set already the new one becomes the next: nothing is stored.
 */
const { values } = parseArgs({
  options: {
    domain: { type: 'string' },
    selector: { type: 'string', default: `cobid-${new Date().toISOString().slice(0, 7)}` },
  },
});
readEnvFile();
const domain = values.domain ?? /@([^>\s]+)/.exec(process.env['MAIL_FROM'] ?? '')?.[1];
if (domain === undefined) {
  console.error('Name the domain that mail is sent from: npm run dkim -- --domain cobid.example.org');
  process.exit(1);
}
const [current = ''] = (process.env['DKIM_KEYS'] ?? '').split(',');
if (current.startsWith(`${values.selector}:`)) {
  console.error(`The key in use is called ${values.selector}, too. Name another: -- --selector NAME`);
  process.exit(1);
}
const key = newDkimKey(values.selector);
const { name, value } = dkimRecord(key, domain);
const first = ['1. Put this TXT record into the DNS (as one string, or as several that it is cut into):'];
const setting = current === '' ? key.setting : `${current},${key.setting}`;
const then =
  current === ''
    ? ['2. Set this, once the record can be looked up, and start Cobid anew:', '', `DKIM_KEYS=${setting}`]
    : [
        '2. Set this and start Cobid anew. The old key still signs; wait until `dig TXT` finds the new record.',
        '',
        `DKIM_KEYS=${setting}`,
        '',
        '3. Then let the new key sign, and take the old record out of the DNS a week later:',
        '',
        `DKIM_KEYS=${key.setting}`,
      ];
console.log([...first, '', `${name}  TXT`, value, '', ...then].join('\n'));
