import type { SealedText } from '../../sealing/sealedText.ts';
import { collection } from '../collection.ts';
import { moment, numberOrNull, text, textOrNull } from '../types.ts';

/** A POST that came with an Idempotency-Key; `status` is null while it is being worked on. */
export interface IdempotencyRecord {
  id: string;
  key: string;
  bodyHash: string;
  status: number | null;
  /** JSON of the reply, sealed: it may hold what only its reader may see, such as a bid. */
  reply: SealedText | null;
  createdAt: Date;
  expiresAt: Date;
}

export const idempotency = collection<IdempotencyRecord>(
  'idempotency',
  {
    key: text,
    bodyHash: text,
    status: numberOrNull,
    reply: textOrNull,
    createdAt: moment,
    expiresAt: moment,
  },
  [
    { keys: { key: 1 }, unique: true },
    { keys: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
);
