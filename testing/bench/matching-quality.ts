import { qualityFigures } from './matchingQuality/qualityFigures.ts';
import { NothingToMeasure } from './matchingQuality/readAwards.ts';
import { settingFrom } from './matchingQuality/setting.ts';

/** Progress goes to the error stream, so that the figures stay alone. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

const words = process.argv.slice(2);
try {
  const figures = qualityFigures(settingFrom(words), tell);
  console.log(JSON.stringify(figures, null, words.includes('--json') ? 0 : 2));
} catch (error) {
  if (!(error instanceof NothingToMeasure)) throw error;
  tell(error.message);
  process.exitCode = 1;
}
