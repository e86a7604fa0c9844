import type { Collection, Index } from './catalog.ts';
import { entriesOf, scan, storedKey } from './documents.ts';
import { Failure } from './failure.ts';
import { afterPrefix } from './keys.ts';
import { documentKey, indexPrefix, recordOf } from './layout.ts';
import type { Disk } from './disk.ts';
import { walk } from './store.ts';
import { decode } from './values.ts';

/** What a check of a collection found. */
export type Finding = { errors: string[]; keys: Map<string, number>; records: number };

/** Every document has its entry in each index. Stops at a damaged document, and says which. */
const checkDocuments = (disk: Disk, collection: Collection, finding: Finding): Map<Index, number> => {
  const expected = new Map(collection.indexes.map((index) => [index, 0]));
  let bytes = 0;
  for (const { record, bytes: document } of scan(disk, collection)) {
    finding.records += 1;
    bytes += document.length;
    const doc = decode(document);
    for (const index of collection.indexes) {
      for (const { bytes: key } of entriesOf(index, doc).keys.values()) {
        expected.set(index, (expected.get(index) ?? 0) + 1);
        const entry = disk.get(storedKey(index, key, record));
        if (!entry) finding.errors.push(`record ${record} is missing in index ${index.name}`);
        else if (index.isUnique && entry.readUIntBE(0, 6) !== record) {
          finding.errors.push(`index ${index.name} lists another record for the key of record ${record}`);
        }
      }
    }
  }
  if (collection.count !== finding.records || collection.bytes !== bytes) {
    finding.errors.push(
      `there are ${finding.records} documents of ${bytes} bytes, noted were ${collection.count} of ${collection.bytes}`,
    );
  }
  return expected;
};

/** Every entry of an index belongs to a document. */
const checkIndex = (
  disk: Disk,
  collection: Collection,
  index: Index,
  expected: number,
  finding: Finding,
): void => {
  const prefix = indexPrefix(index.id);
  let keys = 0;
  for (const { key, value } of walk(disk, { from: prefix, to: afterPrefix(prefix) }, false)) {
    keys += 1;
    const record = index.isUnique ? value.readUIntBE(0, 6) : recordOf(key);
    if (!disk.get(documentKey(collection.id, record))) {
      finding.errors.push(`index ${index.name} lists record ${record}, which does not exist`);
    }
  }
  finding.keys.set(index.name, keys);
  if (keys !== expected)
    finding.errors.push(`index ${index.name} has ${keys} keys, the documents have ${expected}`);
};

/** Reads every document of a collection and compares it with each index, both ways. */
export const checkCollection = (disk: Disk, collection: Collection): Finding => {
  const finding: Finding = { errors: [], keys: new Map(), records: 0 };
  try {
    const expected = checkDocuments(disk, collection, finding);
    for (const [index, keys] of expected) checkIndex(disk, collection, index, keys, finding);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    finding.errors.push(error.message);
  }
  return finding;
};
