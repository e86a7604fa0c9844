/** One measured figure and what it should be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** At most this, where there is a goal. */
  goal?: number;
  /** What it was measured on, in a few words. */
  note?: string;
}

/**
 * Prints what a benchmark measured, one line for each figure, or JSON when the program was called with `--json`: the
 * list, or one object with what else there is to say. A figure that misses its goal makes the exit code 1.
 */
export function printFigures(figures: readonly Figure[], about?: Record<string, unknown>): void {
  const asJson = about === undefined ? figures : { ...about, figures };
  if (process.argv.includes('--json')) console.log(JSON.stringify(asJson));
  else for (const figure of figures) console.log(inWords(figure));
  if (figures.some(({ value, goal }) => goal !== undefined && value > goal)) process.exitCode = 1;
}

function inWords({ name, value, unit, goal, note }: Figure): string {
  const aim = goal === undefined ? '' : ` (goal ${goal}${value > goal ? ', missed' : ''})`;
  return `${name}: ${value} ${unit}${aim}${note === undefined ? '' : ` · ${note}`}`;
}
