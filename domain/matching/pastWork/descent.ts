const [DRAG, FRICTION] = [0.9, 0.98];

/** Goes down a slope step by step, from values that it changes in place. */
export interface Descent {
  step(slope: Float32Array): void;
}

/**
 * Adam (Kingma and Ba, 2015), save that what all values move by on average also damps those that hardly ever move.
 *
 * @param stride how far a value goes in a step that all earlier ones agree with, at most
 */
export function createDescent(values: Float32Array, stride: number): Descent {
  const speed = new Float32Array(values.length);
  const squares = new Float32Array(values.length);
  let steps = 0;
  return {
    step(slope) {
      steps += 1;
      let mean = 0;
      for (let at = 0; at < values.length; at += 1) {
        const each = slope[at] ?? 0;
        speed[at] = DRAG * (speed[at] ?? 0) + (1 - DRAG) * each;
        squares[at] = FRICTION * (squares[at] ?? 0) + (1 - FRICTION) * each * each;
        mean += (squares[at] ?? 0) / values.length;
      }
      const [warm, settled] = [1 - DRAG ** steps, 1 - FRICTION ** steps];
      const usual = Math.sqrt(mean / settled);
      if (usual === 0) return;
      for (let at = 0; at < values.length; at += 1) {
        values[at] =
          (values[at] ?? 0) -
          (stride * (speed[at] ?? 0)) / warm / (Math.sqrt((squares[at] ?? 0) / settled) + usual);
      }
    },
  };
}
