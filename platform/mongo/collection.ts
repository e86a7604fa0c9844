import mongoose from 'mongoose';
import { toMongoFilter } from './filter.ts';
import type { Filter } from './filter.ts';
import { DUPLICATE_KEY, namedDuplicate } from './duplicateError.ts';

/** A unique, compound, partial or TTL index, as MongoDB's createIndex takes it. */
export interface Index {
  keys: Record<string, 1 | -1>;
  unique?: boolean;
  /** Only documents that hold these values are in the index. */
  partial?: Record<string, unknown>;
  /** Documents go away so many seconds after the date in the field. */
  expireAfterSeconds?: number;
}

type Path = `${string}.${string}`;
type Values<T> = Partial<Omit<T, 'id'>> & { [path: Path]: unknown };

/** A change of one document; each part is MongoDB's operator of that name. */
export interface Change<T> {
  set?: Values<T>;
  unset?: readonly ((keyof T & string) | Path)[];
  inc?: { [K in keyof T]?: number } & { [path: Path]: number };
  push?: { [K in keyof T]?: NonNullable<T[K]> extends readonly (infer Item)[] ? Item : never } & {
    [path: Path]: unknown;
  };
  pull?: Record<string, unknown>;
  addToSet?: Record<string, unknown>;
  /** Values for a new document only (upsert). */
  setOnInsert?: Values<T>;
}

interface FindOptions<T> {
  sort?: { [K in keyof T]?: 1 | -1 } & { [path: Path]: 1 | -1 };
  skip?: number;
  limit?: number;
  /** Fields to leave out because they are large and not needed. */
  without?: readonly ((keyof T & string) | Path)[];
}

type New<T> = Omit<T, 'id'> & { id?: string };

/**
 * One MongoDB collection of plain records. Ids are strings of 24 hexadecimal digits, inside and outside: they are
 * stored as such, so that no conversion is ever forgotten. Every write is one document, atomically.
 */
export interface Collection<T extends { id: string }> {
  readonly name: string;
  /** Stores a new record. Throws DuplicateError where a unique index refuses it. */
  insert(record: New<T>): Promise<T>;
  /** Stores a new record; null where a unique index says that there is one already. */
  insertIfNew(record: New<T>): Promise<T | null>;
  insertMany(records: readonly New<T>[]): Promise<T[]>;
  /**
   * Stores those records that no unique index refuses, in one round trip and in no order; says which were new and which
   * were refused. With most of them new it is less than half the work of upserts.
   */
  insertNew<N extends New<T>>(records: readonly N[]): Promise<{ stored: T[]; refused: N[] }>;
  /** Stores records; one that is there already, by the fields of a unique index, gets the new values. */
  putMany(records: readonly New<T>[], by: readonly (keyof T & string)[]): Promise<void>;
  findById(id: string): Promise<T | null>;
  findByIds(ids: readonly string[]): Promise<T[]>;
  findOne(filter: Filter<T>, options?: FindOptions<T>): Promise<T | null>;
  find(filter: Filter<T>, options?: FindOptions<T>): Promise<T[]>;
  count(filter: Filter<T>): Promise<number>;
  /** How many of the documents that match hold the same values in these fields. */
  countBy<K extends keyof T & string>(
    filter: Filter<T>,
    keys: readonly K[],
  ): Promise<(Pick<T, K> & { count: number })[]>;
  /** The sum of a numeric field over the documents that match, for each value of a text field. */
  sumBy(filter: Filter<T>, key: keyof T & string, field: keyof T & string): Promise<Map<string, number>>;
  /**
   * Counts what matches for each combination of values of some fields (null where absent), in their order and in one
   * round trip.
   */
  tally(
    filter: Filter<T>,
    by: readonly ((keyof T & string) | Path)[],
    holding: readonly ((keyof T & string) | Path)[],
  ): Promise<Tally[]>;
  /** Changes the first document that matches and returns it as it is now; null when nothing matched. */
  change(filter: Filter<T>, change: Change<T>): Promise<T | null>;
  changeMany(filter: Filter<T>, change: Change<T>): Promise<number>;
  /** Changes the document that matches, or makes one of the filter's values and the change. */
  upsert(filter: Filter<T>, change: Change<T>): Promise<T>;
  /** Many changes of one document each in one round trip, in no order; what does not match is left alone. */
  changeEach(writes: readonly { filter: Filter<T>; change: Change<T> }[]): Promise<number>;
  /** Removes what matches and says how many that were. */
  remove(filter: Filter<T>): Promise<number>;
}

/** How many documents share these values, and how many of them hold each field that was asked for. */
interface Tally {
  by: unknown[];
  count: number;
  holding: number[];
}

type Row = { _id: string } & Record<string, unknown>;

/** A fresh identifier; later ones sort after earlier ones. */
export function newId(): string {
  return new mongoose.Types.ObjectId().toHexString();
}

/** The indexes of each declared collection, as MongoDB's createIndexes takes them. */
export const declaredIndexes = new Map<string, mongoose.mongo.IndexDescription[]>();

/**
 * Declares a collection: `fields` are mongoose's types of the top-level fields. What lies deeper is `Mixed`: its
 * shape belongs to the domain's zod schema, which has checked it before it comes here.
 */
export function collection<T extends { id: string }>(
  name: string,
  fields: Record<Exclude<keyof T, 'id'>, mongoose.SchemaDefinitionProperty>,
  indexes: readonly Index[],
): Collection<T> {
  const schema = new mongoose.Schema<Row>(
    { _id: { type: String, default: newId }, ...fields },
    { versionKey: false, minimize: false, id: false, strict: 'throw', autoIndex: false, autoCreate: false },
  );
  declaredIndexes.set(
    name,
    indexes.map(({ keys, unique, partial, expireAfterSeconds }) => ({
      key: keys,
      ...(unique === true ? { unique } : {}),
      ...(partial === undefined ? {} : { partialFilterExpression: partial }),
      ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
    })),
  );
  const model = mongoose.model<Row>(name, schema, name);

  const one = (row: Row | null) => (row === null ? null : toRecord<T>(row));
  const guarded = async <R>(work: Promise<R>): Promise<R> => {
    try {
      return await work;
    } catch (error) {
      throw namedDuplicate(name, error);
    }
  };
  const insert = async (record: New<T>) => {
    const document = new model(toRow(record));
    await guarded(document.save()); // not insertMany: the driver forgets there which index refused
    return toRecord<T>(document.toObject());
  };
  const insertMany = async (records: readonly New<T>[]) => {
    const rows = records.map((record) => new model(toRow(record)).toObject());
    if (rows.length > 0) await guarded(model.insertMany(rows, { ordered: true, lean: true }));
    return rows.map((row) => toRecord<T>(row));
  };

  const insertNew = async <N extends New<T>>(records: readonly N[]) => {
    if (records.length === 0) return { stored: [], refused: [] };
    const rows = records.map((record) => new model(toRow(record)).toObject());
    // They are cast already; mongoose's insertMany would go through them once more.
    const refused = await refusedAsDuplicates(
      mongoose.connection.collection<Row>(name).insertMany(rows, { ordered: false }),
    );
    return {
      stored: rows.filter((_, at) => !refused.has(at)).map((row) => toRecord<T>(row)),
      refused: records.filter((_, at) => refused.has(at)),
    };
  };

  return {
    name,
    insert,
    insertMany,
    insertNew,
    insertIfNew: async (record) => {
      try {
        return await insert(record);
      } catch (error) {
        if (error instanceof Error && error.name === 'DuplicateError') return null;
        throw error;
      }
    },
    findById: async (id) => one(await model.findById(id).lean<Row>()),
    findByIds: async (ids) => {
      if (ids.length === 0) return [];
      const rows = await model.find({ _id: mongoose.trusted({ $in: [...new Set(ids)] }) }).lean<Row[]>();
      return rows.map((row) => toRecord<T>(row));
    },
    findOne: async (filter, options = {}) =>
      one(await model.findOne(toMongoFilter(filter), projection(options), findOptions(options)).lean<Row>()),
    find: async (filter, options = {}) => {
      const rows = await model
        .find(toMongoFilter(filter), projection(options), findOptions(options))
        .lean<Row[]>();
      return rows.map((row) => toRecord<T>(row));
    },
    count: async (filter) => model.countDocuments(toMongoFilter(filter)),
    countBy: async <K extends keyof T & string>(filter: Filter<T>, keys: readonly K[]) => {
      const groups = await model.aggregate<{ _id: Pick<T, K>; count: number }>([
        { $match: toMongoFilter(filter) },
        { $group: { _id: Object.fromEntries(keys.map((key) => [key, `$${key}`])), count: { $sum: 1 } } },
      ]);
      return groups.map(({ _id, count }) => ({ ..._id, count }));
    },
    sumBy: async (filter, key, field) => {
      const groups = await model.aggregate<{ _id: string; sum: number }>([
        { $match: toMongoFilter(filter) },
        { $group: { _id: `$${key}`, sum: { $sum: `$${field}` } } },
      ]);
      return new Map(groups.map(({ _id, sum }) => [_id, sum]));
    },
    tally: async (filter, by, holding) => {
      const isHeld = (field: string) => ({ $ne: [{ $ifNull: [`$${field}`, null] }, null] });
      // Names in a group hold no dots, so that the fields are numbered.
      const sums = holding.map((field, at) => [`h${at}`, { $sum: { $cond: [isHeld(field), 1, 0] } }]);
      const _id = Object.fromEntries(by.map((field, at) => [`b${at}`, { $ifNull: [`$${field}`, null] }]));
      const groups = await model.aggregate<{
        _id: Record<string, unknown>;
        count: number;
        [sum: string]: unknown;
      }>([
        { $match: toMongoFilter(filter) },
        { $group: { _id, count: { $sum: 1 }, ...Object.fromEntries(sums) } },
      ]);
      return groups.map((group) => ({
        by: by.map((_, at) => group._id[`b${at}`] ?? null),
        count: group.count,
        holding: holding.map((_, at) => Number(group[`h${at}`])),
      }));
    },
    change: async (filter, change) =>
      one(
        await guarded(
          model
            .findOneAndUpdate(toMongoFilter(filter), toMongoUpdate(change), { returnDocument: 'after' })
            .lean<Row>()
            .exec(),
        ),
      ),
    changeMany: async (filter, change) => {
      const result = await guarded(model.updateMany(toMongoFilter(filter), toMongoUpdate(change)).exec());
      return result.modifiedCount;
    },
    upsert: async (filter, change) => {
      const row = await guarded(
        model
          .findOneAndUpdate(toMongoFilter(filter), toMongoUpdate(change, newIdFor(filter)), {
            returnDocument: 'after',
            upsert: true,
            setDefaultsOnInsert: false,
          })
          .lean<Row>()
          .exec(),
      );
      if (row === null) throw new Error(`an upsert in ${name} returned nothing`);
      return toRecord<T>(row);
    },
    putMany: async (records, by) => {
      const { refused } = await insertNew(records);
      if (refused.length === 0) return;
      await guarded(
        model.bulkWrite(
          refused.map((record) => {
            const { _id, ...values } = toRow(record);
            return {
              updateOne: {
                filter: toMongoFilter(Object.fromEntries(by.map((field) => [field, values[field]]))),
                // An upsert, as somebody may have removed it meanwhile.
                update: { $set: values, $setOnInsert: { _id: _id ?? newId() } },
                upsert: true,
                setDefaultsOnInsert: false,
              },
            };
          }),
          { ordered: false },
        ),
      );
    },
    changeEach: async (writes) => {
      if (writes.length === 0) return 0;
      const result = await guarded(
        model.bulkWrite(
          writes.map(({ filter, change }) => ({
            updateOne: { filter: toMongoFilter(filter), update: toMongoUpdate(change) },
          })),
          { ordered: false },
        ),
      );
      return result.modifiedCount;
    },
    remove: async (filter) => (await model.deleteMany(toMongoFilter(filter))).deletedCount,
  };
}

/** The places of the documents that an unordered insert left out because there were such documents already. */
async function refusedAsDuplicates(inserting: Promise<unknown>): Promise<Set<number>> {
  try {
    await inserting;
    return new Set();
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
    const refusals = [error.writeErrors].flat();
    if (refusals.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
    return new Set(refusals.map(({ index }) => index));
  }
}

/** Without an id in the filter an upsert has to bring its own, or the server makes an ObjectId. */
function newIdFor(filter: object): string | undefined {
  return 'id' in filter ? undefined : newId();
}

function toMongoUpdate<T>(change: Change<T>, insertedId?: string): Record<string, unknown> {
  const setOnInsert = { ...change.setOnInsert, ...(insertedId === undefined ? {} : { _id: insertedId }) };
  const parts = {
    $set: change.set,
    $unset: change.unset && Object.fromEntries(change.unset.map((field) => [field, ''])),
    $inc: change.inc,
    $push: change.push,
    $pull: change.pull,
    $addToSet: change.addToSet,
    $setOnInsert: setOnInsert,
  };
  return Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined && Object.keys(part).length > 0),
  );
}

function projection<T>(options: FindOptions<T>): Record<string, 0> {
  return Object.fromEntries((options.without ?? []).map((field) => [field, 0]));
}

function findOptions<T>({ sort, skip, limit }: FindOptions<T>): Record<string, unknown> {
  const order =
    sort && Object.fromEntries(Object.entries(sort).map(([key, way]) => [key === 'id' ? '_id' : key, way]));
  return {
    ...(order === undefined ? {} : { sort: order }),
    ...(skip === undefined ? {} : { skip }),
    ...(limit === undefined ? {} : { limit }),
  };
}

function toRow(record: object): Record<string, unknown> {
  const { id, ...rest } = { id: undefined, ...record };
  return id === undefined ? rest : { _id: id, ...rest };
}

/** What was stored through this collection's types is read as them. */
function toRecord<T extends { id: string }>(row: Row): T {
  const { _id, ...rest } = row;
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the one cast between mongoose and us
  return { id: _id, ...rest } as Record<string, unknown> as T;
}
