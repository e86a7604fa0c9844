import { type Entry, type Range, type Reads, restAfter } from './store.ts';

/** A change of one key: its new value, or undefined if it was removed. */
export type Change = { key: Buffer; value: Buffer | undefined };

/** Changes that lie over a store, in order of their keys and one a key. */
export type Layer = {
  changes: Change[];
  /** Of all keys and values. */
  bytes: number;
};

/** A layer of no changes. */
export const emptyLayer = (): Layer => ({ changes: [], bytes: 0 });

/** A layer that stays as it is while the other one goes on. */
export const copyLayer = ({ changes, bytes }: Layer): Layer => ({ changes: [...changes], bytes });

const sizeOf = ({ key, value }: Change): number => key.length + (value?.length ?? 0);

/** Where the first change lies whose key is not before this one. */
const placeOf = (changes: Change[], key: Buffer): number => {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const change = changes[middle];
    if (change && Buffer.compare(change.key, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The change of a key; undefined if the layer has none. */
const changeOf = ({ changes }: Layer, key: Buffer): Change | undefined => {
  const change = changes[placeOf(changes, key)];
  return change?.key.equals(key) ? change : undefined;
};

/** Lays one more change into a layer. */
export const addChange = (layer: Layer, change: Change): void => {
  const place = placeOf(layer.changes, change.key);
  const before = layer.changes[place];
  layer.bytes += sizeOf(change);
  if (before?.key.equals(change.key)) {
    layer.bytes -= sizeOf(before);
    layer.changes[place] = change;
  } else if (place === layer.changes.length) layer.changes.push(change);
  else layer.changes.splice(place, 0, change);
};

/** Both layers as one: where both change a key, the upper one says how. */
export const joined = (lower: Layer, upper: Layer): Layer => {
  const result = emptyLayer();
  let i = 0;
  const take = (change: Change): void => {
    result.changes.push(change);
    result.bytes += sizeOf(change);
  };
  for (const change of upper.changes) {
    for (;;) {
      const below = lower.changes[i];
      const order = below ? Buffer.compare(below.key, change.key) : 1;
      if (order <= 0) i += 1;
      if (below && order < 0) take(below);
      else break;
    }
    take(change);
  }
  for (const change of lower.changes.slice(i)) take(change);
  return result;
};

/** Lays all changes of the upper layer into the lower one. */
export const addLayer = (lower: Layer, upper: Layer): void => {
  // One by one costs a search and a shift of what lies behind for each, joining a walk over everything.
  if (upper.changes.length * 16 < lower.changes.length) {
    for (const change of upper.changes) addChange(lower, change);
  } else Object.assign(lower, joined(lower, upper));
};

/** A store as it looks with a layer over it; both may go on changing. */
export const over = (base: Reads, layer: Layer): Reads => {
  const list = (range: Range, isReverse: boolean, limit: number): Entry[] => {
    const first = placeOf(layer.changes, range.from);
    const end = placeOf(layer.changes, range.to);
    if (first >= end) return base.list(range, isReverse, limit);

    const step = isReverse ? -1 : 1;
    let own = isReverse ? end - 1 : first;
    let below = base.list(range, isReverse, limit);
    let at = 0;
    /** The next entry of the base, read on where the layer hid entries of the last read. */
    const nextBelow = (): Entry | undefined => {
      const last = below.at(-1);
      if (at === below.length && last && below.length >= limit) {
        below = base.list(restAfter(range, last.key, isReverse), isReverse, limit);
        at = 0;
      }
      return below[at];
    };

    const result: Entry[] = [];
    while (result.length < limit) {
      const entry = nextBelow();
      const change = own >= first && own < end ? layer.changes[own] : undefined;
      if (!entry && !change) break;
      const order = entry && change ? Buffer.compare(entry.key, change.key) * step : entry ? -1 : 1;
      if (order <= 0) at += 1;
      if (order >= 0) own += step;
      if (entry && order < 0) result.push(entry);
      else if (change?.value) result.push({ key: change.key, value: change.value });
    }
    return result;
  };

  return {
    get: (key) => {
      const change = layer.changes.length > 0 ? changeOf(layer, key) : undefined;
      return change ? change.value : base.get(key);
    },
    list,
  };
};
