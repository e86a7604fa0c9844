import { z } from 'zod';

export const PAGE_SIZE = 20;

/** The query member `page`, 1 unless given. */
export const page = z.coerce
  .number({ error: 'is the number of a page, from 1' })
  .int()
  .min(1)
  .max(10_000)
  .default(1);

/** A list that is whole. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item) });
}

/** A list that comes in pages. */
export function pagesOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() });
}

/** Which documents a page holds, for `find`. */
export function pageOptions(number: number): { skip: number; limit: number } {
  return { skip: (number - 1) * PAGE_SIZE, limit: PAGE_SIZE };
}
