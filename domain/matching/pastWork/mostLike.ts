const BANDS = 200;
/** What is less like than this only shares a common word. */
const FAINTEST = 0.02;

/**
 * Numbers of the `count` works that are most like, best first, ties by number. The bands tell where the last of them
 * lies, so that only about as many as are wanted have to be sorted.
 */
export function mostLike(likeness: Float64Array, count: number): Uint32Array {
  const bands = new Uint32Array(BANDS + 1);
  for (let work = 0; work < likeness.length; work += 1) {
    const like = likeness[work] ?? 0;
    if (like > FAINTEST) bands[bandOf(like)] = (bands[bandOf(like)] ?? 0) + 1;
  }
  let [least, seen] = [BANDS, bands[BANDS] ?? 0];
  while (least > 0 && seen < count) {
    least -= 1;
    seen += bands[least] ?? 0;
  }
  const found: number[] = [];
  for (let work = 0; work < likeness.length; work += 1) {
    const like = likeness[work] ?? 0;
    if (like > FAINTEST && bandOf(like) >= least) found.push(work);
  }
  found.sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0) || a - b);
  return Uint32Array.from(found.slice(0, count));
}

function bandOf(like: number): number {
  return Math.min(BANDS, Math.floor(like * BANDS));
}
