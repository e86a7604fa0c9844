import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

const built = new URL('../../dist/client/', import.meta.url);
const ENTRY = 'index.html';
const FRONT = 'pages/front/FrontPage.tsx';

function readManifest(): Record<string, Chunk> {
  return JSON.parse(readFileSync(new URL('.vite/manifest.json', built), 'utf8'));
}

/** The files that a page needs before it can be drawn: its chunk and everything that it imports statically. */
function filesFor(manifest: Record<string, Chunk>, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`The build has no chunk ${key}; run npm run build first.`);
  seen.add(chunk.file);
  for (const css of chunk.css ?? []) seen.add(css);
  for (const imported of chunk.imports ?? []) filesFor(manifest, imported, seen);
  return seen;
}

function gzipped(file: string): number {
  return gzipSync(readFileSync(new URL(file, built)), { level: 9 }).length;
}

/** First load of the front page for a visitor, in gzipped bytes of JavaScript and of CSS. */
export function firstLoad(): { javascript: number; css: number } {
  const manifest = readManifest();
  const files = [...filesFor(manifest, FRONT, filesFor(manifest, ENTRY))];
  const sum = (ending: string) =>
    files.filter((file) => file.endsWith(ending)).reduce((total, file) => total + gzipped(file), 0);
  return { javascript: sum('.js'), css: sum('.css') };
}

if (process.argv[1] === import.meta.filename) {
  const { javascript, css } = firstLoad();
  const limit = 150_000;
  console.log(
    `first load, front page: ${(javascript / 1000).toFixed(1)} kB JavaScript gz (goal under ${limit / 1000}), ${(css / 1000).toFixed(1)} kB CSS gz`,
  );
  if (javascript >= limit) process.exitCode = 1;
}
