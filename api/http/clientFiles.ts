import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';
import { styleNonceOf } from './security.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSIBLE = /^(text|application|image\/svg)/;
/** Vite puts a hash of the content into the names of what lies in assets/. */
const HASHED = /^\/assets\//;

interface ClientFile {
  type: string;
  etag: string;
  plain: Buffer;
  br?: Buffer;
  gzip?: Buffer;
}

/**
 * Serves the built client from memory: hashed files for a year, compressed once; every other page gets index.html
 * with this reply's nonce for styles. Without a build it goes on to the next handler.
 */
export function clientFiles(folder: string): RequestHandler {
  let loaded: Promise<Map<string, ClientFile>> | undefined;
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (loaded === undefined) {
      if (!existsSync(join(folder, 'index.html'))) return next();
      loaded = loadFiles(folder);
    }
    const files = await loaded;
    const file = request.path === '/index.html' ? undefined : files.get(request.path);
    if (file !== undefined) return sendFile(file, request, response);
    const index = files.get('/index.html');
    if (index === undefined || !wantsPage(request)) return next();
    sendIndex(index, response);
  };
}

function wantsPage(request: Request): boolean {
  const isPage = extname(request.path) === '' || request.path === '/index.html';
  return isPage && request.accepts(['html', 'json']) === 'html';
}

function sendIndex(index: ClientFile, response: Response): void {
  const page = index.plain.toString('utf8').replaceAll('__CSP_NONCE__', styleNonceOf(response));
  response.set({ 'Content-Type': index.type, 'Cache-Control': 'no-store' }).send(page);
}

function sendFile(file: ClientFile, request: Request, response: Response): void {
  response.set({
    'Content-Type': file.type,
    ETag: file.etag,
    'Cache-Control': HASHED.test(request.path)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=3600',
    Vary: 'Accept-Encoding',
  });
  if (request.headers['if-none-match'] === file.etag) {
    response.status(304).end();
    return;
  }
  const encoding = request.acceptsEncodings(['br', 'gzip', 'identity']);
  const compressed = encoding === 'br' ? file.br : encoding === 'gzip' ? file.gzip : undefined;
  if (compressed !== undefined && typeof encoding === 'string') response.set('Content-Encoding', encoding);
  response.end(compressed ?? file.plain);
}

async function loadFiles(folder: string): Promise<Map<string, ClientFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    names.map(
      async (name) => [name.slice(folder.length).split(sep).join('/'), await loadFile(name)] as const,
    ),
  );
  return new Map(files);
}

async function loadFile(name: string): Promise<ClientFile> {
  const plain = await readFile(name);
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  if (!COMPRESSIBLE.test(type) || plain.length < 1024) return { type, etag, plain };
  const [br, gz] = await Promise.all([
    // Quality 6 is within a few percent of the best and takes a fraction of its time.
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    promisify(gzip)(plain),
  ]);
  return { type, etag, plain, br, gzip: gz };
}
