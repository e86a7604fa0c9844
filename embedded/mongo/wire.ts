import { Long } from 'bson';
import { failure } from './failure.ts';
import { type Doc, decode, encode } from './values.ts';

/** The largest message that is read, and the largest document that is stored (MongoDB's limits). */
export const limits = {
  messageBytes: 48_000_000,
  documentBytes: 16 * 1024 * 1024,
  batchDocuments: 100_000,
} as const;

/** A request as it came over the wire; `sequences` are the documents that a driver sends beside the command. */
export type Message = {
  requestId: number;
  /** OP_MSG, or OP_QUERY as drivers use for their first hello. */
  isLegacy: boolean;
  /** May the reply be left out (an unacknowledged write)? */
  isSilent: boolean;
  body: Doc;
  sequences: Map<string, Buffer[]>;
};

const opMsg = 2013;
const opQuery = 2004;
const opReply = 1;

const broken = (message: string) => failure('FailedToParse', message);

const document = (bytes: Buffer, at: number, end: number): Buffer => {
  if (at + 5 > end) throw broken('a document runs over the end of its message');
  const length = bytes.readInt32LE(at);
  if (length < 5 || at + length > end) throw broken('a document has a length that does not fit its message');
  return bytes.subarray(at, at + length);
};

const readSequence = (bytes: Buffer, sequences: Map<string, Buffer[]>): void => {
  const nameEnd = bytes.indexOf(0, 4);
  if (nameEnd < 0) throw broken('a document sequence has no name');
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < bytes.length;) {
    const one = document(bytes, at, bytes.length);
    documents.push(one);
    at += one.length;
  }
  sequences.set(bytes.toString('utf8', 4, nameEnd), documents);
};

const readMsg = (bytes: Buffer): Message => {
  const flags = bytes.readUInt32LE(16);
  if ((flags & 0xffff & ~3) !== 0) throw broken(`unknown required message flags ${flags}`);
  const end = bytes.length - (flags & 1 ? 4 : 0);
  const sequences = new Map<string, Buffer[]>();
  let body: Doc | undefined;
  for (let at = 20; at < end;) {
    const sectionKind = bytes[at];
    const section = document(bytes, at + 1, end);
    if (sectionKind === 0) body = decode(section);
    else if (sectionKind === 1) readSequence(section, sequences);
    else throw broken(`unknown section kind ${sectionKind}`);
    at += 1 + section.length;
  }
  if (!body) throw broken('a message has no body');
  return { requestId: bytes.readInt32LE(4), isLegacy: false, isSilent: (flags & 2) !== 0, body, sequences };
};

const readQuery = (bytes: Buffer): Message => {
  const nameEnd = bytes.indexOf(0, 20);
  if (nameEnd < 0) throw broken('a query has no collection name');
  const body = decode(document(bytes, nameEnd + 9, bytes.length));
  const db = bytes.toString('utf8', 20, nameEnd).replace(/\.\$cmd$/, '');
  return {
    requestId: bytes.readInt32LE(4),
    isLegacy: true,
    isSilent: false,
    body: { ...body, $db: db },
    sequences: new Map(),
  };
};

/** Reads one whole message. Throws FailedToParse if it is malformed: the connection can then only be closed. */
export const readMessage = (bytes: Buffer): Message => {
  const operation = bytes.readInt32LE(12);
  if (operation === opMsg && bytes.length >= 26) return readMsg(bytes);
  if (operation === opQuery && bytes.length >= 33) return readQuery(bytes);
  throw broken(`operation ${operation} is not supported`);
};

/** The message that answers a request. */
export const writeReply = (request: Message, responseId: number, reply: Buffer): Buffer => {
  const head = Buffer.alloc(request.isLegacy ? 36 : 21);
  head.writeInt32LE(head.length + reply.length, 0);
  head.writeInt32LE(responseId, 4);
  head.writeInt32LE(request.requestId, 8);
  head.writeInt32LE(request.isLegacy ? opReply : opMsg, 12);
  if (request.isLegacy) {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, reply]);
};

const element = (type: number, name: string, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([type]), Buffer.from(name), Buffer.alloc(1), value]);

const wrapped = (elements: Buffer[]): Buffer => {
  const length = elements.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...elements, Buffer.alloc(1)], length);
};

/** A reply with documents that are encoded already put in front of its other fields. */
export const withRaw = (raw: Record<string, Buffer>, rest: Doc): Buffer => {
  const others = encode(rest);
  const elements = Object.entries(raw).map(([name, bytes]) => element(3, name, bytes));
  return wrapped([...elements, others.subarray(4, -1)]);
};

/** The reply of a command that opens or continues a cursor; the documents are copied once, and not decoded. */
export const cursorReply = (
  batch: 'firstBatch' | 'nextBatch',
  id: bigint,
  ns: string,
  documents: Buffer[],
): Buffer => {
  const rest = encode({ id: Long.fromBigInt(id), ns });
  let arrayBytes = 5;
  for (const [i, { length }] of documents.entries()) arrayBytes += 2 + String(i).length + length;
  const head = headOf(batch);
  const reply = Buffer.allocUnsafe(head.length + arrayBytes + rest.length - 4 + okField.length);
  head.copy(reply);
  reply.writeInt32LE(reply.length, 0);
  reply.writeInt32LE(head.length + arrayBytes + rest.length - 4 - cursorAt, cursorAt);
  reply.writeInt32LE(arrayBytes, head.length);
  let at = head.length + 4;
  for (const [i, bytes] of documents.entries()) {
    reply[at] = 3;
    at += 1 + reply.write(String(i), at + 1, 'latin1');
    reply[at] = 0;
    at += 1 + bytes.copy(reply, at + 1);
  }
  reply[at] = 0;
  at += 1 + rest.copy(reply, at + 1, 4);
  okField.copy(reply, at);
  return reply;
};

/** `{cursor: {firstBatch: [`, with room for the lengths. */
const headOf = (batch: string): Buffer => Buffer.from(`\0\0\0\0\x03cursor\0\0\0\0\0\x04${batch}\0`, 'latin1');

const cursorAt = 12;

/** `ok: 1}`, with the end of the reply. */
const okField = encode({ ok: 1 }).subarray(4);
