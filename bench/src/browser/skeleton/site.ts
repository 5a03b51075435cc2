import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import * as Y from 'yjs';
import { RunningPeer } from '../../peer.ts';
import { yWebsocket } from '../../peers.ts';
import { fill } from '../large-meeting.ts';
import { goToEnd, type Site, type Typing } from '../typing.ts';

const PAGE =
  '<!doctype html><title>Skeleton</title><div id="editor"></div><script type="module" src="/page.js"></script>';

/** Measures the editor that Tiptap's own pages describe, on y-websocket's own server, with as many paragraphs. */
export async function withSkeleton(
  browser: Browser,
  paragraphs: number,
  measure: (site: Site) => Promise<Typing>,
): Promise<Typing> {
  const running = await RunningPeer.start(yWebsocket);
  const script = await bundle();
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const document = { url: `ws://127.0.0.1:${running.port}`, name: 'skeleton', params: {}, fragment: 'default' };
    await fill(document, (body) => body.insert(0, Array.from({ length: paragraphs }, paragraph)));
    return await measure(site(browser, `http://127.0.0.1:${port}/?${running.port}`, document, paragraphs));
  } finally {
    server.close();
    await running.close();
  }
}

function site(browser: Browser, address: string, document: Site['document'], paragraphs: number): Site {
  // Until the document has come there is one, and it is empty.
  const text = `.ProseMirror > p:nth-child(${paragraphs})`;
  return {
    name: 'plain Tiptap + y-websocket',
    document,
    text,
    open: async () => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
      const page = await context.newPage();
      await page.goto(address);
      await goToEnd(page, text);
      return page;
    },
  };
}

function paragraph(_: unknown, index: number): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(`Paragraph ${index}: the bank moved our certification by two weeks`)]);
  return element;
}

async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('page.ts', import.meta.url)), formats: ['es'], fileName: 'page' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error('The skeleton could not be built.');
  return chunk.code;
}
