/** Who holds one skill: slots in ascending order, each with a mark of how well it is held (see `heldMark`). */
export interface Postings {
  slots: Uint32Array;
  marks: Uint16Array;
  length: number;
}

export function emptyPostings(): Postings {
  return { slots: new Uint32Array(4), marks: new Uint16Array(4), length: 0 };
}

/** First position whose slot is not below the one asked for. */
function positionOf({ slots, length }: Postings, slot: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((slots[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds a holder; one that holds the skill twice has two entries. */
export function addPosting(postings: Postings, slot: number, mark: number): void {
  if (postings.length === postings.slots.length) grow(postings);
  const { slots, marks, length } = postings;
  const isLast = length === 0 || (slots[length - 1] ?? 0) <= slot;
  const at = isLast ? length : positionOf(postings, slot);
  if (!isLast) {
    slots.copyWithin(at + 1, at, length);
    marks.copyWithin(at + 1, at, length);
  }
  slots[at] = slot;
  marks[at] = mark;
  postings.length += 1;
}

/** Removes all entries of a holder. */
export function removePostings(postings: Postings, slot: number): void {
  const { slots, marks, length } = postings;
  const first = positionOf(postings, slot);
  let end = first;
  while (end < length && slots[end] === slot) end += 1;
  slots.copyWithin(first, end, length);
  marks.copyWithin(first, end, length);
  postings.length -= end - first;
}

function grow(postings: Postings): void {
  const capacity = Math.ceil(postings.slots.length * 1.5) + 4;
  const slots = new Uint32Array(capacity);
  const marks = new Uint16Array(capacity);
  slots.set(postings.slots);
  marks.set(postings.marks);
  postings.slots = slots;
  postings.marks = marks;
}
