import { parseArgs } from 'node:util';
import { createParts, stopOnSignal } from './start/parts.ts';
import { startCobid } from './start/startCobid.ts';
import { welcome } from './start/welcome.ts';

/**
 * What `npm start` and `npm run dev` run: all of Cobid on this machine. `--timings` tells how long each step took,
 * `--no-example` leaves an empty database empty, `--dev` runs the sources and starts anew what is edited, `--data DIR`
 * keeps everything elsewhere than in .data, `--json` says where Cobid is in one line for a program, and
 * `--until-stdin-ends` stops with the program that holds the other end of its input.
 */
const { values } = parseArgs({
  options: {
    dev: { type: 'boolean', default: false },
    timings: { type: 'boolean', default: process.env['DEBUG'] !== undefined },
    'no-example': { type: 'boolean', default: false },
    data: { type: 'string', default: '.data' },
    json: { type: 'boolean', default: false },
    'until-stdin-ends': { type: 'boolean', default: false },
  },
});

const parts = createParts();
const say = (line: string) => console.log(line);
stopOnSignal(parts, say);
if (values['until-stdin-ends'])
  process.stdin.resume().once('end', () => process.kill(process.pid, 'SIGTERM'));
try {
  const cobid = await startCobid(parts, {
    isDevelopment: values.dev,
    withExample: !values['no-example'],
    showsTimings: values.timings,
    data: values.data,
    say,
  });
  say(values.json ? JSON.stringify(cobid) : welcome(cobid));
} catch (error) {
  if (!parts.isStopping()) console.error(error instanceof Error ? error.message : String(error));
  await parts.stop();
  process.exit(1);
}
