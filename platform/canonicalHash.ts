import { createHash } from 'node:crypto';
import { canonicalJson } from '@cobid/domain/bid/canonicalJson.ts';

/** SHA-256 of a value's canonical JSON (RFC 8785), in hexadecimal: the same content has the same hash everywhere. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}
