import { defineConfig } from 'vite';

/** The processes that a built Cobid is made of, and a worker's thread, each one file in dist/server beside the chunks they share. */
const processes = {
  api: 'api/main.ts',
  worker: 'worker/main.ts',
  pastWorkThread: 'worker/pastWork/thread.ts',
  mailIn: 'worker/mailIn.ts',
  mongo: 'embedded/mongo/main.ts',
  inbox: 'embedded/inbox/main.ts',
  start: 'scripts/start.ts',
  prepareDatabase: 'scripts/prepareDatabase.ts',
  mails: 'scripts/mails.ts',
};

export default defineConfig({
  publicDir: false,
  // Workspaces are source and are bundled; what npm installed stays in node_modules.
  ssr: { noExternal: [/^@cobid\//] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: processes,
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
});
