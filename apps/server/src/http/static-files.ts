import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Handler } from 'hono';
import { ownOrigin } from '../auth/origin.ts';
import type { Config } from '../config/config.ts';
import { Problem } from '../problem.ts';
import type { Env } from './context.ts';
import { meetingPreloads } from './meeting-preloads.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

interface Asset {
  readonly path: string;
  readonly mediaType: string;
  readonly immutable: boolean;
  /** Whether the build put a smaller copy, for browsers that read Brotli, beside it. */
  readonly hasBrotli: boolean;
}

/** The built page, known file by file: an address either is one of them or it is not. */
export interface Page {
  readonly index: string;
  /** `script-src` and everything after it that is the same for every request. */
  readonly policy: string;
  /** The `Link` header of a meeting's address. */
  readonly meetingPreloads: string | null;
  readonly assets: ReadonlyMap<string, Asset>;
}

const BROTLI = '.br';
const MEETING = /^\/m\//;

/** Vite puts a hash of the content into the names of what lies here. */
const HASHED_FOLDER = '/assets/';

/** Null when the page is not built. */
export async function loadPage(folder: string): Promise<Page | null> {
  const index = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
  if (index === null) return null;
  const assets = new Map<string, Asset>();
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = new Set(files.map((entry) => join(entry.parentPath, entry.name)));
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    if (path.endsWith(BROTLI)) continue;
    const url = path.slice(folder.length).replaceAll('\\', '/').replace(/^\/*/, '/');
    const mediaType = MEDIA_TYPES[extname(entry.name)] ?? 'application/octet-stream';
    const hasBrotli = paths.has(path + BROTLI);
    assets.set(url, { path, mediaType, immutable: url.startsWith(HASHED_FOLDER), hasBrotli });
  }
  const manifest = await readFile(join(folder, '.vite/manifest.json'), 'utf8').catch(() => null);
  return { index, policy: contentPolicy(index), meetingPreloads: meetingPreloads(manifest), assets };
}

/** Only our own scripts run, and the inline ones that the build itself wrote, each by its hash. */
function contentPolicy(index: string): string {
  const inline = [...index.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/gi)];
  const hashes = inline.map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...hashes].join(' '),
    // The editor and its popovers set positions as style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The files of the page; every other address is one of the page's own routes. */
export function servePage(page: Page, config: Config): Handler<Env> {
  return async (c) => {
    const asset = page.assets.get(c.req.path);
    if (asset && c.req.path !== '/index.html') {
      const cache = asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
      const brotli = asset.hasBrotli && /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
      return c.body(new Uint8Array(await readFile(brotli ? asset.path + BROTLI : asset.path)), 200, {
        'Content-Type': asset.mediaType,
        'Cache-Control': cache,
        ...(asset.hasBrotli && { Vary: 'Accept-Encoding' }),
        ...(brotli && { 'Content-Encoding': 'br' }),
      });
    }
    if (c.req.path.startsWith(HASHED_FOLDER)) throw new Problem('not-found', 'There is no such file. Reload the page.');
    return c.body(page.index, 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      ...(page.meetingPreloads !== null && MEETING.test(c.req.path) && { Link: page.meetingPreloads }),
      'Content-Security-Policy': `${page.policy}; connect-src 'self' ${socketSource(ownOrigin(c.env.incoming.headers, config))}`,
    });
  };
}

/** Not every browser takes `'self'` for sockets to the same host. Whatever is no plain host is left out. */
function socketSource(origin: string): string {
  return /^https?:\/\/[\w.:[\]-]+$/.test(origin) ? origin.replace(/^http/, 'ws') : '';
}
