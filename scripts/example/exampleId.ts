import { createHash } from 'node:crypto';

/** The id of an example thing: the same for the same name, on every machine and day. */
export function exampleId(...name: readonly (string | number)[]): string {
  return createHash('sha256')
    .update(['example', ...name].join('\n'))
    .digest('hex')
    .slice(0, 24);
}
