import { collection } from '../collection.ts';
import { moment, numberOrNull, text, wholeOrNull } from '../types.ts';

/** A POST that came with an Idempotency-Key; `status` is null while it is being worked on. */
export interface IdempotencyRecord {
  id: string;
  key: string;
  bodyHash: string;
  status: number | null;
  reply: unknown;
  createdAt: Date;
  expiresAt: Date;
}

export const idempotency = collection<IdempotencyRecord>(
  'idempotency',
  {
    key: text,
    bodyHash: text,
    status: numberOrNull,
    reply: wholeOrNull,
    createdAt: moment,
    expiresAt: moment,
  },
  [
    { keys: { key: 1 }, unique: true },
    { keys: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
);
