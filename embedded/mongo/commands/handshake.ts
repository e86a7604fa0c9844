import { ObjectId } from 'bson';
import { limits } from '../wire.ts';
import type { Handler } from '../request.ts';
import { failure } from '../failure.ts';
import { docField } from '../request.ts';

const electionId = new ObjectId('7fffffff0000000000000001');

/** Presents the engine as the primary of a replica set of one, which is what drivers need for transactions. */
export const hello: Handler = ({ engine, connection, name, body }) => ({
  helloOk: true,
  ...(name === 'hello' ? { isWritablePrimary: true } : { ismaster: true }),
  setName: 'embedded',
  setVersion: 1,
  hosts: [engine.address],
  me: engine.address,
  primary: engine.address,
  secondary: false,
  electionId,
  maxBsonObjectSize: limits.documentBytes,
  maxMessageSizeBytes: limits.messageBytes,
  maxWriteBatchSize: limits.batchDocuments,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  connectionId: connection.id,
  ...(body['saslSupportedMechs'] !== undefined &&
    engine.credentials && { saslSupportedMechs: ['SCRAM-SHA-256'] }),
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
  ok: 1,
});

/** Answers that the server is there. */
export const ping: Handler = () => ({ ok: 1 });

/** The MongoDB version whose behaviour this engine follows. */
export const version = '7.0.0';

/** Describes the server as the version that it is compatible with. */
export const buildInfo: Handler = () => ({
  version,
  versionArray: [7, 0, 0, 0],
  gitVersion: 'embedded',
  modules: [],
  bits: 64,
  debug: false,
  maxBsonObjectSize: limits.documentBytes,
  storageEngines: ['lmdb'],
  ok: 1,
});

/** The only parameter that tools ask for. */
export const getParameter: Handler = (request) => {
  if ('featureCompatibilityVersion' in request.body)
    return { featureCompatibilityVersion: { version: '7.0' }, ok: 1 };
  throw failure(
    'InvalidOptions',
    `no option found to get: ${Object.keys(docField(request, 'comment')).join()}`,
  );
};

/** Says who is signed in on this connection. */
export const connectionStatus: Handler = () => ({
  authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] },
  ok: 1,
});
