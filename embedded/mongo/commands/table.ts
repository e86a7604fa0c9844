import type { Handler } from '../request.ts';
import { aggregate } from './aggregate.ts';
import { saslContinue, saslStart } from './authentication.ts';
import { backup } from './backup.ts';
import {
  collMod,
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
  renameCollection,
} from './catalogCommands.ts';
import { explain } from './explain.ts';
import { knownFields } from './fields.ts';
import { buildInfo, connectionStatus, getParameter, hello, ping } from './handshake.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { insert } from './insert.ts';
import { findAndModify, remove, update } from './modify.ts';
import { count, distinct, find, getMore, killCursors } from './read.ts';
import { abortTransaction, commitTransaction, endSessions } from './sessionCommands.ts';
import { collStats, dbStats, serverStatus, validate } from './statistics.ts';

/** A command: what carries it out, and the fields it knows ('any': it may come with more, as newer drivers do). */
export type Command = {
  run: Handler;
  fields: Set<string> | 'any';
  /** May it run in a transaction? */
  inTransaction: boolean;
};

type Listed = { run: Handler; fields: string[] | 'any'; inTransaction: boolean };

const command = (run: Handler, fields: string[] | 'any' = [], inTransaction = false): Listed => ({
  run,
  fields,
  inTransaction,
});

const bypass = ['bypassDocumentValidation'];

const findFields = [
  'filter',
  'sort',
  'projection',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'let',
  'collation',
  'noCursorTimeout',
  'allowDiskUse',
  'allowPartialResults',
  'tailable',
  'awaitData',
  'oplogReplay',
];

const modifyFields = [
  'query',
  'sort',
  'remove',
  'update',
  'new',
  'fields',
  'upsert',
  'collation',
  'arrayFilters',
  'hint',
  'let',
  ...bypass,
];

const createFields = [
  'capped',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'size',
  'max',
  'storageEngine',
  'validator',
  'validationLevel',
  'validationAction',
  'indexOptionDefaults',
  'viewOn',
  'pipeline',
  'collation',
  'autoIndexId',
  'changeStreamPreAndPostImages',
  'encryptedFields',
];

const aggregateFields = [
  'pipeline',
  'explain',
  'allowDiskUse',
  'cursor',
  'collation',
  'hint',
  'let',
  ...bypass,
];

const listed: [string, Listed][] = [
  ['hello', command(hello, 'any')],
  ['isMaster', command(hello, 'any')],
  ['ismaster', command(hello, 'any')],
  ['ping', command(ping)],
  ['buildInfo', command(buildInfo)],
  ['buildinfo', command(buildInfo)],
  ['getParameter', command(getParameter, 'any')],
  ['connectionStatus', command(connectionStatus, ['showPrivileges'])],
  ['serverStatus', command(serverStatus, 'any')],
  ['saslStart', command(saslStart, 'any')],
  ['saslContinue', command(saslContinue, 'any')],
  ['backup', command(backup)],
  ['endSessions', command(endSessions)],
  ['killSessions', command(endSessions)],
  ['refreshSessions', command(ping)],
  ['commitTransaction', command(commitTransaction, ['recoveryToken'])],
  ['abortTransaction', command(abortTransaction, ['recoveryToken'])],
  ['insert', command(insert, ['documents', 'ordered', ...bypass], true)],
  ['find', command(find, findFields, true)],
  ['getMore', command(getMore, ['collection', 'batchSize'], true)],
  ['killCursors', command(killCursors, ['cursors'], true)],
  ['update', command(update, ['updates', 'ordered', 'let', ...bypass], true)],
  ['delete', command(remove, ['deletes', 'ordered', 'let'], true)],
  ['findAndModify', command(findAndModify, modifyFields, true)],
  ['findandmodify', command(findAndModify, modifyFields, true)],
  ['aggregate', command(aggregate, aggregateFields, true)],
  ['count', command(count, ['query', 'limit', 'skip', 'hint', 'collation', 'fields'])],
  ['distinct', command(distinct, ['key', 'query', 'collation', 'hint'], true)],
  ['explain', command(explain, ['verbosity'])],
  ['create', command(create, createFields, true)],
  ['drop', command(drop)],
  ['dropDatabase', command(dropDatabase)],
  ['renameCollection', command(renameCollection, ['to', 'dropTarget'])],
  ['collMod', command(collMod, ['index'])],
  ['listCollections', command(listCollections, ['filter', 'nameOnly', 'authorizedCollections', 'cursor'])],
  ['listDatabases', command(listDatabases, ['filter', 'nameOnly', 'authorizedDatabases'])],
  ['createIndexes', command(createIndexes, ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'])],
  ['listIndexes', command(listIndexes, ['cursor'])],
  ['dropIndexes', command(dropIndexes, ['index'])],
  ['collStats', command(collStats, ['scale'])],
  ['dbStats', command(dbStats, ['scale', 'freeStorage'])],
  ['validate', command(validate, ['full', 'repair', 'metadata', 'checkBSONConformance', 'background'])],
];

/** All commands by name. */
export const commands = new Map<string, Command>(
  listed.map(([name, { run, fields, inTransaction }]) => [
    name,
    { run, fields: fields === 'any' ? fields : knownFields(name, fields), inTransaction },
  ]),
);
