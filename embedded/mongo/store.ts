/** Half-open range of keys: from <= key < to. */
export type Range = { from: Buffer; to: Buffer };

/** A key and its value. */
export type Entry = { key: Buffer; value: Buffer };

/** What can be read of an ordered map of byte strings. */
export type Reads = {
  get(key: Buffer): Buffer | undefined;
  /** Up to `limit` entries of a range, in order of the keys or in reverse. */
  list(range: Range, isReverse: boolean, limit: number): Entry[];
};

/** A frozen view of the data; close it soon, it keeps old pages from being reused. */
export type Snapshot = Reads & { close(): void };

/** An ordered map of byte strings; all that the engine stores lies in one of these. */
export type Store = Reads & {
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
  /** Called with all keys that a change is about to write; throws if they are not free for it. */
  claim(keys: Buffer[]): void;
};

/** The longest key that LMDB takes with its page size of 4 kB, less what this engine puts around an index key. */
export const maxKeyBytes = 1960;

/** What is left of a range behind one of its keys, in the direction of the walk. */
export const restAfter = ({ from, to }: Range, key: Buffer, isReverse: boolean): Range =>
  isReverse ? { from, to: key } : { from: Buffer.concat([key, Buffer.alloc(1)]), to };

const chunk = 128;

/**
 * All entries of a range, read in chunks: the walk holds no cursor in between, so it may be left and taken up again
 * later and sees what was written meanwhile.
 */
export function* walk(store: Pick<Reads, 'list'>, range: Range, isReverse: boolean): Generator<Entry> {
  let rest = range;
  let limit = 16;
  for (;;) {
    const entries = store.list(rest, isReverse, limit);
    yield* entries;
    const last = entries.at(-1);
    if (!last || entries.length < limit) return;
    rest = restAfter(rest, last.key, isReverse);
    limit = chunk;
  }
}
