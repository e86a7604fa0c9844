import { createPublicKey } from 'node:crypto';
import type { DkimKey } from './config.ts';

/** A TXT record of the DNS: where it is and what it says. */
export interface TxtRecord {
  name: string;
  value: string;
}

/** The record that makes a key's public half known to those who get the mail (RFC 6376, section 3.6.1). */
export function dkimRecord({ selector, privateKey }: DkimKey, domain: string): TxtRecord {
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${publicKey}` };
}
