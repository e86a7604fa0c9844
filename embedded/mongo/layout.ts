/** The first byte of every key in the store says what the entry is. */
export const kind = { meta: 1, collection: 2, document: 3, index: 4, size: 5, session: 6 } as const;

const headed = (first: number, id: number, extra: number): Buffer => {
  const key = Buffer.alloc(5 + extra);
  key[0] = first;
  key.writeUInt32BE(id, 1);
  return key;
};

/** The key of a collection's catalog entry. */
export const collectionKey = (ns: string): Buffer =>
  Buffer.concat([Buffer.from([kind.collection]), Buffer.from(ns)]);

/** The key of a document: records are numbered in order of insertion, which is the natural order. */
export const documentKey = (collectionId: number, record: number): Buffer => {
  const key = headed(kind.document, collectionId, 6);
  key.writeUIntBE(record, 5, 6);
  return key;
};

/** The record number at the end of a document's key, or of a non-unique index's key. */
export const recordOf = (key: Buffer): number => key.readUIntBE(key.length - 6, 6);

/** A record number as the value of a unique index's entry. */
export const recordBytes = (record: number): Buffer => {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(record, 0, 6);
  return bytes;
};

/** What all keys of an index begin with. */
export const indexPrefix = (indexId: number): Buffer => headed(kind.index, indexId, 0);

/** What all document keys of a collection begin with. */
export const documentPrefix = (collectionId: number): Buffer => headed(kind.document, collectionId, 0);

/** The key of a collection's count and size. */
export const sizeKey = (collectionId: number): Buffer => headed(kind.size, collectionId, 0);

/** The key under which the next free collection or index number is kept. */
export const counterKey = Buffer.from([kind.meta, 1]);

/** The key of the random name by which the data and its log know each other. */
export const identityKey = Buffer.from([kind.meta, 2]);

/** The key of the number of the last group of writes that is in the data file. */
export const appliedKey = Buffer.from([kind.meta, 3]);

/** The key of the length that the data file had at least. */
export const lengthKey = Buffer.from([kind.meta, 4]);
