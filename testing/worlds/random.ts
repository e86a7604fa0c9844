/** Chance that can be repeated: the same seed gives the same numbers everywhere (mulberry32). */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  isTrue(probability: number): boolean;
  /** One of the items; throws when there is none. */
  oneOf<Item>(items: readonly Item[]): Item;
  /** `count` different items, or all when there are fewer. */
  some<Item>(items: readonly Item[], count: number): Item[];
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    isTrue: (probability) => next() < probability,
    oneOf(items) {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new RangeError('There is nothing to choose from.');
      return item;
    },
    some(items, count) {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(whole(0, left.length - 1), 1),
      ).flat();
    },
  };
}

/** Draws from a list in which the item at rank r (from 1) is as frequent as r^-exponent. */
export function zipfOf<Item>(items: readonly Item[], exponent: number): (chance: Chance) => Item {
  const sums = new Float64Array(items.length);
  let sum = 0;
  items.forEach((_, at) => {
    sum += (at + 1) ** -exponent;
    sums[at] = sum;
  });
  return (chance) => {
    const drawn = chance.next() * sum;
    let [low, high] = [0, items.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= drawn) low = middle + 1;
      else high = middle;
    }
    const item = items[low];
    if (item === undefined) throw new RangeError('There is nothing to choose from.');
    return item;
  };
}

/** Different items by repeated draws. */
export function different<Item>(draw: () => Item, count: number): Item[] {
  const found = new Set<Item>();
  for (let tries = 0; found.size < count && tries < count * 50; tries += 1) found.add(draw());
  return [...found];
}
