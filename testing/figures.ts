/** One measured figure and what it should be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** At most this, where there is a goal. */
  goal?: number;
  /** At least this, where the goal is one to reach. */
  atLeast?: number;
  /** What it was measured on, in a few words. */
  note?: string;
}

/**
 * Prints what a benchmark measured: one line for each figure, or one JSON object when the program was called with
 * `--json`, with what else there is to say. A figure that misses its goal makes the exit code 1.
 */
export function printFigures(figures: readonly Figure[], about: Record<string, unknown> = {}): void {
  const isMet = !figures.some(misses);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ...about, isMet, figures }));
  else for (const figure of figures) console.log(inWords(figure));
  if (!isMet) process.exitCode = 1;
}

function misses({ value, goal = Infinity, atLeast = -Infinity }: Figure): boolean {
  return value > goal || value < atLeast;
}

function inWords(figure: Figure): string {
  const { name, value, unit, goal, atLeast, note } = figure;
  const wanted = [
    ...(goal === undefined ? [] : [`goal ${goal}`]),
    ...(atLeast === undefined ? [] : [`goal ${atLeast} at least`]),
    ...(misses(figure) ? ['missed'] : []),
  ];
  const aim = wanted.length === 0 ? '' : ` (${wanted.join(', ')})`;
  return `${name}: ${value} ${unit}${aim}${note === undefined ? '' : ` · ${note}`}`;
}
