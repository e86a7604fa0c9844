import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API of `npm run dev` is; it may have found 3000 taken. */
const api = `http://localhost:${process.env['PORT'] ?? '3000'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The client's own folder api/ is served from its sources.
  server: { proxy: { [String.raw`^/api/(?!.*\.ts(?:\?.*)?$)`]: api, '/operator': api } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    // light-dark() stays as it is: rewritten for older browsers it would need color-scheme in each file.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // The content security policy allows neither inline scripts nor data: addresses for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs, in one chunk: it compresses better, and stays in the browser's cache when pages change.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|react-router|@remix-run|@tanstack)\//,
            },
          ],
        },
      },
    },
  },
});
