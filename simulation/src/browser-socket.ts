import { SimulatedLink } from '@duet/sync/testing';

/** How a socket finds its server: the link to it, or null when nobody answers. */
export type Dial = (link: SimulatedLink) => boolean;

const ABNORMAL = 1006;
const HANDSHAKE_MS = 20;

/**
 * The browser's end of a simulated link, for the provider that the page really uses. Frames arrive when the story
 * delivers them; opening takes a moment of the virtual clock.
 */
class BrowserSocket extends EventTarget implements WebSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  binaryType: BinaryType = 'arraybuffer';
  readonly bufferedAmount = 0;
  readonly extensions = '';
  readonly protocol = '';
  readonly url = 'ws://simulated';
  readyState: 0 | 1 | 2 | 3 = 0;
  onopen: WebSocket['onopen'] = null;
  onmessage: WebSocket['onmessage'] = null;
  onerror: WebSocket['onerror'] = null;
  onclose: WebSocket['onclose'] = null;
  readonly #link: SimulatedLink;

  constructor(dial: Dial) {
    super();
    this.#link = new SimulatedLink({
      onFrame: (frame) => this.onmessage?.(new MessageEvent('message', { data: frame.slice().buffer })),
      onCut: () => this.#closed(this.#link.closedBy ?? ABNORMAL),
    });
    setTimeout(() => {
      if (this.readyState !== this.CONNECTING) return;
      if (!dial(this.#link)) {
        this.#closed(ABNORMAL);
        return;
      }
      this.readyState = this.OPEN;
      this.onopen?.(new Event('open'));
    }, HANDSHAKE_MS);
  }

  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (this.readyState === this.OPEN && data instanceof Uint8Array) this.#link.toServer.push(data.slice());
  }

  close(): void {
    this.readyState = this.CLOSED;
    this.#link.cut();
  }

  #closed(code: number): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.onclose?.(new CloseEvent('close', { code }));
  }
}

/** A class of sockets that all dial the same way, as a provider wants one. */
export function socketsThat(dial: Dial): typeof WebSocket {
  return class extends BrowserSocket {
    constructor() {
      super(dial);
    }
  };
}
