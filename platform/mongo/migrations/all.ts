import { realClock } from '../../clock.ts';
import { ensureMainNetwork } from '../models/network.ts';

/** A change of stored data, numbered so that the order is plain; it has to be safe to run twice. */
export interface Migration {
  /** Such as `0001-fold-names`. */
  name: string;
  run(): Promise<void>;
}

/** All migrations in order. Indexes are not among them: `ensureIndexes` creates what the models declare. */
export const migrations: readonly Migration[] = [
  { name: '0001-main-network', run: () => ensureMainNetwork(realClock()) },
];
