import { generateKeyPairSync } from 'node:crypto';
import type { DkimKey } from './config.ts';

/** A new key that signs mail: RSA of 2048 bits, which every receiver can check (RFC 8301, section 3.2). */
export function newDkimKey(selector: string): DkimKey & { setting: string } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  return {
    selector,
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    setting: `${selector}:${der.toString('base64')}`,
  };
}
