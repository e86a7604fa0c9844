import { z } from 'zod';

/** A stored thing's identifier: 24 lower-case hexadecimal digits. */
export const id = z.string().regex(/^[0-9a-f]{24}$/, 'is not an identifier of Cobid');
export type Id = z.infer<typeof id>;

/** Identifier of a part inside a document (requirement, criterion, seat), chosen by whoever adds the part. */
export const partId = z
  .string()
  .regex(/^[a-z0-9-]{1,32}$/, 'may hold lower-case letters, digits and hyphens, 32 at most');

/** A term of a fixed list (skill, sector, value …): lower-case words joined by hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a known term')
  .max(64);

/** Version of a document: what the writer last saw, so that a stale write is refused with 409. */
export const version = z.int().min(1);
