import { randomBytes } from 'node:crypto';
import type { DataFile } from './dataFile.ts';
import type { Change } from './layer.ts';
import { appliedKey, identityKey } from './layout.ts';
import { readLog } from './logGroups.ts';

/** The random name of the data, by which its log is told from another's. */
const identityOf = (file: DataFile): Buffer => {
  const known = file.get(identityKey);
  if (known) return known;
  const made = randomBytes(16);
  file.writeNow([{ key: identityKey, value: made }]);
  return made;
};

/** Changes together with the number of the group that they end with. */
export const numbered = (changes: Change[], number: number): Change[] => {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(number, 0, 6);
  return [...changes, { key: appliedKey, value: bytes }];
};

/**
 * Writes what only the log has to the data file; gives the number of the last group that is in it then. Throws if a
 * group is missing or damaged, or the log belongs to other data.
 */
export const recover = (file: DataFile, logs: readonly string[]): { identity: Buffer; number: number } => {
  const identity = identityOf(file);
  const applied = file.get(appliedKey)?.readUIntBE(0, 6) ?? 0;
  const groups = readLog(logs, identity, applied);
  const number = groups.at(-1)?.number ?? applied;
  if (number > applied)
    file.writeNow(
      numbered(
        groups.flatMap(({ changes }) => changes),
        number,
      ),
    );
  return { identity, number };
};
