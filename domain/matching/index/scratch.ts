/** Slots that are worked on together, so that all that is written for them stays close to the processor. */
export const BLOCK = 4096;

/** Working memory of an index, kept between questions so that none is made for each; all zero between them. */
export interface Scratch {
  /** By slot: sum of the skill terms. */
  skillSum: Float64Array;
  /** By slot: a bit for each requirement that the co-op's skills are strong enough for. */
  strong: Uint32Array;
  /** By position in the block: best strength for the requirement that is being worked on. */
  best: Float64Array;
  /** Positions in the block that hold anything for it, and later slots that are worth a look. */
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
    strong: new Uint32Array(0),
    best: new Float64Array(BLOCK),
    touched: new Uint32Array(BLOCK),
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
    scratch.skillSum = new Float64Array(roomy(sizes.slots));
    scratch.strong = new Uint32Array(roomy(sizes.slots));
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
