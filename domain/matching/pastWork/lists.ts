/** Many lists of numbered entries, one after the other: list `n` lies from `starts[n]` up to `starts[n + 1]`. */
export interface Lists {
  starts: Uint32Array;
  entries: Uint32Array;
  values: Float32Array;
}

/** Packs lists of [entry, value]. */
export function packLists(lists: readonly (readonly (readonly [number, number])[])[]): Lists {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => {
    starts[at + 1] = (starts[at] ?? 0) + list.length;
  });
  const entries = new Uint32Array(starts[lists.length] ?? 0);
  const values = new Float32Array(entries.length);
  let to = 0;
  for (const list of lists) {
    for (const [entry, value] of list) {
      entries[to] = entry;
      values[to] = value;
      to += 1;
    }
  }
  return { starts, entries, values };
}

/** The same pairs the other way round: for each entry the numbers of the lists that hold it, ascending. */
export function turnLists({ starts, entries, values }: Lists, count: number): Lists {
  const turned = new Uint32Array(count + 1);
  for (const entry of entries) turned[entry + 1] = (turned[entry + 1] ?? 0) + 1;
  for (let at = 0; at < count; at += 1) turned[at + 1] = (turned[at + 1] ?? 0) + (turned[at] ?? 0);
  const next = turned.slice();
  const lists = new Uint32Array(entries.length);
  const weights = new Float32Array(entries.length);
  for (let list = 0; list + 1 < starts.length; list += 1) {
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at += 1) {
      const entry = entries[at] ?? 0;
      const to = next[entry] ?? 0;
      lists[to] = list;
      weights[to] = values[at] ?? 0;
      next[entry] = to + 1;
    }
  }
  return { starts: turned, entries: lists, values: weights };
}

/** Writes lists one after the other, without an object for each entry. */
export interface ListWriter {
  add(entry: number, value: number): void;
  /** The list is complete; the next entry begins another. */
  end(): void;
  lists(): Lists;
}

export function createListWriter(count: number): ListWriter {
  const starts = new Uint32Array(count + 1);
  let entries = new Uint32Array(1024);
  let values = new Float32Array(1024);
  let [list, length] = [0, 0];
  return {
    add(entry, value) {
      if (length === entries.length) {
        const more = new Uint32Array(length * 2);
        more.set(entries);
        entries = more;
        const longer = new Float32Array(length * 2);
        longer.set(values);
        values = longer;
      }
      entries[length] = entry;
      values[length] = value;
      length += 1;
    },
    end() {
      list += 1;
      starts[list] = length;
    },
    lists: () => ({ starts, entries: entries.subarray(0, length), values: values.subarray(0, length) }),
  };
}
