/** What Node.js runs for each process of Cobid. */
export interface Programs {
  api: readonly string[];
  worker: readonly string[];
  mailIn: readonly string[];
  mongo: readonly string[];
  prepareDatabase: readonly string[];
}

/** The built programs, which `npm start` runs. */
export const builtPrograms: Programs = {
  api: ['--enable-source-maps', 'dist/server/api.js'],
  worker: ['--enable-source-maps', 'dist/server/worker.js'],
  mailIn: ['--enable-source-maps', 'dist/server/mailIn.js'],
  mongo: ['--enable-source-maps', 'dist/server/mongo.js'],
  prepareDatabase: ['dist/server/prepareDatabase.js'],
};

const watch = ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false'];

/** The sources, which `npm run dev` runs; API and worker start anew when they are edited. */
export const sourcePrograms: Programs = {
  api: [...watch, 'api/main.ts'],
  worker: [...watch, 'worker/main.ts'],
  mailIn: [...watch, 'worker/mailIn.ts'],
  mongo: ['--import', 'tsx', 'embedded/mongo/main.ts'],
  prepareDatabase: ['--import', 'tsx', 'scripts/prepareDatabase.ts'],
};
