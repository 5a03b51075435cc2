import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Caller, temporaryFolder, testServer } from '../testing/harness.ts';

const INLINE = "document.documentElement.dataset.theme='light'";
const INDEX = `<!doctype html><title>Duet</title><script>${INLINE}</script><script type="module" src="/assets/a.js"></script>`;

async function page(): Promise<string> {
  const folder = await temporaryFolder();
  const pageFolder = join(folder, 'dist');
  await mkdir(join(pageFolder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(pageFolder, 'index.html'), INDEX);
  await writeFile(join(pageFolder, 'assets', 'a-1234.js'), 'export {}');
  await writeFile(join(pageFolder, 'icon.svg'), '<svg/>');
  return pageFolder;
}

/** Sends the path as it is; fetch would tidy it up. */
function raw(url: string, path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('every route of the page is its index, never kept, with a policy that names its own inline script', async () => {
  const { url } = await testServer({ pageFolder: await page() });
  const caller = new Caller(url);
  for (const path of ['/', '/index.html', '/m/AAAAAAAAAAAAAAAAAAAAAA', '/somewhere/else']) {
    const { status, body, headers } = await caller.get(path);
    expect([path, status, body]).toEqual([path, 200, INDEX]);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache');
    const policy = headers.get('content-security-policy') ?? '';
    const hash = createHash('sha256').update(INLINE).digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(policy).toContain(`connect-src 'self' ${url.replace('http', 'ws')}`);
  }
});

test('hashed files may be kept for good, others are asked for again', async () => {
  const { url } = await testServer({ pageFolder: await page() });
  const script = await new Caller(url).get('/assets/a-1234.js');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('cache-control')).toContain('immutable');
  const icon = await new Caller(url).get('/icon.svg');
  expect([icon.headers.get('content-type'), icon.headers.get('cache-control')]).toEqual(['image/svg+xml', 'no-cache']);
  expect((await new Caller(url).get('/assets/of-an-older-build.js')).status).toBe(404);
});

test('what is worth it is sent compressed', async () => {
  const pageFolder = await page();
  await writeFile(join(pageFolder, 'assets', 'long-1234.js'), 'export {};'.repeat(1000));
  const { url } = await testServer({ pageFolder });
  const { body, headers } = await new Caller(url).get('/assets/long-1234.js', { 'accept-encoding': 'gzip' });
  expect([headers.get('content-encoding'), body.length]).toEqual(['gzip', 10_000]);
});

test('what the build has compressed is sent as it is to who can read it', async () => {
  const pageFolder = await page();
  await writeFile(join(pageFolder, 'assets', 'a-1234.js.br'), brotliCompressSync('export {}'));
  const caller = new Caller((await testServer({ pageFolder })).url);
  const { body, headers } = await caller.get('/assets/a-1234.js', { 'accept-encoding': 'gzip, br' });
  expect([headers.get('content-encoding'), headers.get('vary'), body]).toEqual(['br', 'Accept-Encoding', 'export {}']);
  expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const plain = await caller.get('/assets/a-1234.js', { 'accept-encoding': 'identity' });
  expect([plain.headers.get('content-encoding'), plain.headers.get('vary'), plain.body]).toEqual([
    null,
    'Accept-Encoding',
    'export {}',
  ]);
  expect((await caller.get('/assets/a-1234.js.br')).status).toBe(404);
});

test('a meeting’s address names the scripts and styles of the editor, others don’t', async () => {
  const pageFolder = await page();
  await mkdir(join(pageFolder, '.vite'));
  const manifest = {
    'index.html': { file: 'assets/a.js', isEntry: true, imports: ['_shared.js'] },
    '_shared.js': { file: 'assets/s.js' },
    '_blocks.js': { file: 'assets/b.js', imports: ['_shared.js'] },
    'src/meeting/meeting-room.tsx': { file: 'assets/m.js', css: ['assets/m.css'], imports: ['_blocks.js'] },
  };
  await writeFile(join(pageFolder, '.vite', 'manifest.json'), JSON.stringify(manifest));
  const caller = new Caller((await testServer({ pageFolder })).url);
  expect((await caller.get('/m/AAAAAAAAAAAAAAAAAAAAAA')).headers.get('link')).toBe(
    '</assets/m.js>; rel=modulepreload, </assets/m.css>; rel=preload; as=style; crossorigin, </assets/b.js>; rel=modulepreload',
  );
  expect((await caller.get('/')).headers.get('link')).toBeNull();
});

test('[G20] nothing outside the folder of the page can be read', async () => {
  const { url } = await testServer({ pageFolder: await page() });
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '//secret.txt',
    '/%00',
  ]) {
    expect((await raw(url, path)).text).not.toContain('secret');
  }
});

test('without a built page the API works alone', async () => {
  const { url } = await testServer();
  expect((await new Caller(url).get('/')).status).toBe(404);
  expect((await new Caller(url).get('/healthz')).status).toBe(200);
});
