/** Number sequences of different lengths, one for each slot, in one growing array. */
export interface Arena {
  put(slot: number, numbers: readonly number[]): void;
  remove(slot: number): void;
  /** Where a slot's numbers start in `data()`. */
  startOf(slot: number): number;
  data(): Uint32Array;
}

/** What was replaced is left behind until the array is full; then everything that lives moves together. */
export function createArena(): Arena {
  let data = new Uint32Array(1024);
  let starts = new Uint32Array(256);
  let lengths = new Uint32Array(256);
  let end = 0;
  let live = 0;
  let slots = 0;

  function reserve(count: number): void {
    if (end + count <= data.length) return;
    const moved = new Uint32Array(Math.max(1024, live + count, Math.ceil((live + count) * 1.5)));
    let to = 0;
    for (let slot = 0; slot < slots; slot += 1) {
      const [from, length] = [starts[slot] ?? 0, lengths[slot] ?? 0];
      moved.set(data.subarray(from, from + length), to);
      starts[slot] = to;
      to += length;
    }
    data = moved;
    end = to;
  }

  function makeRoom(slot: number): void {
    if (slot >= starts.length) {
      const more = new Uint32Array(Math.max(slot + 1, starts.length * 2));
      more.set(starts);
      starts = more;
      const longer = new Uint32Array(more.length);
      longer.set(lengths);
      lengths = longer;
    }
    slots = Math.max(slots, slot + 1);
  }

  function remove(slot: number): void {
    live -= lengths[slot] ?? 0;
    lengths[slot] = 0;
  }

  return {
    put(slot, numbers) {
      makeRoom(slot);
      remove(slot);
      reserve(numbers.length);
      data.set(numbers, end);
      starts[slot] = end;
      lengths[slot] = numbers.length;
      end += numbers.length;
      live += numbers.length;
    },
    remove,
    startOf: (slot) => starts[slot] ?? 0,
    data: () => data,
  };
}
