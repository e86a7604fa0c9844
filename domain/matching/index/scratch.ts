/** Slots of which those worth a look are selected together. */
export const BLOCK = 4096;

/** Working memory of an index, kept between questions so that none is made for each; all zero between them. */
export interface Scratch {
  /** By slot: at least what the skills add to the fit, and what they add for the requirement that is being worked on. */
  skillBound: Uint16Array;
  best: Uint16Array;
  /** Slots of a block that are worth a look. */
  selected: Uint32Array;
  /** By word: 1 where the tender has it. */
  isWanted: Uint8Array;
  /** By attribute: its role for the tender. */
  roles: Uint32Array;
  /** By skill: a bit for each requirement that it answers; by skill and requirement: how closely. */
  answering: Uint32Array;
  closeness: Float64Array;
}

export function emptyScratch(): Scratch {
  return {
    skillBound: new Uint16Array(0),
    best: new Uint16Array(0),
    selected: new Uint32Array(BLOCK),
    isWanted: new Uint8Array(0),
    roles: new Uint32Array(0),
    answering: new Uint32Array(0),
    closeness: new Float64Array(0),
  };
}

/** Makes room; what is there stays zero. */
export function makeRoom(
  scratch: Scratch,
  sizes: { slots: number; words: number; attributes: number; skills: number; needs: number },
): void {
  if (scratch.skillBound.length < sizes.slots) {
    scratch.skillBound = new Uint16Array(roomy(sizes.slots));
    scratch.best = new Uint16Array(roomy(sizes.slots));
  }
  if (scratch.isWanted.length < sizes.words) scratch.isWanted = new Uint8Array(roomy(sizes.words));
  if (scratch.roles.length < sizes.attributes) scratch.roles = new Uint32Array(roomy(sizes.attributes));
  if (scratch.answering.length < sizes.skills) scratch.answering = new Uint32Array(roomy(sizes.skills));
  const pairs = sizes.skills * sizes.needs;
  if (scratch.closeness.length < pairs) scratch.closeness = new Float64Array(roomy(pairs));
}

function roomy(size: number): number {
  return Math.ceil(size * 1.25) + 16;
}
