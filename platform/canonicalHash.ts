import { createHash } from 'node:crypto';
import { canonicalJson } from '@cobid/domain/canonicalJson.ts';

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}
