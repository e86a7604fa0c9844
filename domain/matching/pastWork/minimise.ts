/** A function's value and slope at a point. */
export interface Slope {
  value: number;
  gradient: Float64Array;
}

const MEMORY = 8;
const SUFFICIENT = 1e-4;
const SMALLEST_STEP = 1e-10;

/**
 * Finds the lowest point of a smooth convex function by L-BFGS with backtracking (Nocedal and Wright, algorithm 7.4),
 * until its slope is below `precision` or after `mostSteps`.
 */
export function minimise(
  slopeAt: (point: Float64Array) => Slope,
  start: Float64Array,
  { precision, mostSteps }: { precision: number; mostSteps: number },
): Float64Array {
  let point = start;
  let here = slopeAt(point);
  const moves: { step: Float64Array; turn: Float64Array; scale: number }[] = [];
  for (let count = 0; count < mostSteps && length(here.gradient) > precision; count += 1) {
    const direction = newtonLike(here.gradient, moves);
    const descent = dot(here.gradient, direction);
    let stride = moves.length === 0 ? 1 / Math.max(1, length(here.gradient)) : 1;
    let next = along(point, direction, stride);
    let there = slopeAt(next);
    while (there.value > here.value + SUFFICIENT * stride * descent && stride > SMALLEST_STEP) {
      stride /= 2;
      next = along(point, direction, stride);
      there = slopeAt(next);
    }
    if (stride <= SMALLEST_STEP) return point;
    const step = along(next, point, -1);
    const turn = along(there.gradient, here.gradient, -1);
    const curvature = dot(step, turn);
    if (curvature > 0) moves.push({ step, turn, scale: 1 / curvature });
    if (moves.length > MEMORY) moves.shift();
    point = next;
    here = there;
  }
  return point;
}

function newtonLike(
  gradient: Float64Array,
  moves: readonly { step: Float64Array; turn: Float64Array; scale: number }[],
): Float64Array {
  let direction: Float64Array = gradient.map((each) => -each);
  const shares = moves.map(() => 0);
  for (let at = moves.length - 1; at >= 0; at -= 1) {
    const move = moves[at];
    if (move === undefined) continue;
    const share = move.scale * dot(move.step, direction);
    shares[at] = share;
    direction = along(direction, move.turn, -share);
  }
  const last = moves.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.scale * dot(last.turn, last.turn));
    direction = direction.map((each) => each * scale);
  }
  moves.forEach(({ step, turn, scale }, at) => {
    direction = along(direction, step, (shares[at] ?? 0) - scale * dot(turn, direction));
  });
  return direction;
}

function along(point: Float64Array, direction: Float64Array, stride: number): Float64Array {
  return point.map((each, at) => each + stride * (direction[at] ?? 0));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function length(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}
