const AWAY =
  /^(Mongo(ose)?ServerSelectionError|MongoNetworkError|MongoNetworkTimeoutError|MongoNotConnectedError|MongoTopologyClosedError|MongoPoolClosedError|MongoPoolClearedError|PoolClearedError|PoolClearedOnNetworkError|MongoWaitQueueTimeoutError|PoolClosedError|MongoExpiredSessionError)$/;

/** Whether an error says that MongoDB cannot be reached, as against having refused something. */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (AWAY.test(error.name)) return true;
  // mongoose's own words for "not connected" when it does not buffer commands
  if (error.name === 'MongooseError' && /before initial connection|buffering timed out/.test(error.message))
    return true;
  return error.cause !== undefined && isStoreAway(error.cause);
}
