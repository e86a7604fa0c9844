/** Working memory of an index, kept between questions so that none is made for each; all zero between them. */
export interface Scratch {
  /** By slot: sum of the skill terms. */
  skillSum: Float64Array;
  /** By slot: the most that its fit can be; what it held before doesn't matter. */
  bounds: Float64Array;
  /** By slot: best strength for the requirement that is being worked on. */
  best: Float64Array;
  /** Slots that hold anything for it. */
  touched: Uint32Array;
  /** By word: 1 where the tender has it. */
  isWanted: Uint8Array;
  /** By attribute: its role for the tender. */
  roles: Uint32Array;
  /** By skill and requirement: how closely the skill answers. */
  closeness: Float64Array;
}

export function emptyScratch(): Scratch {
  return {
    skillSum: new Float64Array(0),
    bounds: new Float64Array(0),
    best: new Float64Array(0),
    touched: new Uint32Array(0),
    isWanted: new Uint8Array(0),
    roles: new Uint32Array(0),
    closeness: new Float64Array(0),
  };
}

/** Makes room; what is there stays zero. */
export function makeRoom(
  scratch: Scratch,
  sizes: { slots: number; words: number; attributes: number; closeness: number },
): void {
  if (scratch.skillSum.length < sizes.slots) {
    const slots = roomy(sizes.slots);
    scratch.skillSum = new Float64Array(slots);
    scratch.bounds = new Float64Array(slots);
    scratch.best = new Float64Array(slots);
    scratch.touched = new Uint32Array(slots);
  }
  if (scratch.isWanted.length < sizes.words) scratch.isWanted = new Uint8Array(roomy(sizes.words));
  if (scratch.roles.length < sizes.attributes) scratch.roles = new Uint32Array(roomy(sizes.attributes));
  if (scratch.closeness.length < sizes.closeness) {
    scratch.closeness = new Float64Array(roomy(sizes.closeness));
  }
}

function roomy(size: number): number {
  return Math.ceil(size * 1.25) + 16;
}
