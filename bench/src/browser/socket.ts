import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';

/** How a stock client reaches a document: the first three arguments of its provider, and its query. */
export interface SharedDocument {
  /** Up to the document's name: `ws://127.0.0.1:4000/sync`. */
  readonly url: string;
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  /** The XML fragment that an editor binds to. */
  readonly fragment: string;
}

/** Connects a document by the stock y-websocket client. Resolves once the two are equal. */
export async function connect({ url, name, params }: SharedDocument, doc: Y.Doc): Promise<WebsocketProvider> {
  const provider = new WebsocketProvider(url, name, doc, {
    // The browser's own type asks for more than a provider needs.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: { ...params },
  });
  await new Promise<void>((resolve) => {
    provider.once('sync', () => resolve());
  });
  return provider;
}
