import type * as Y from 'yjs';
import type { RescuedText } from '../sync-server.ts';

export class Rescuer {
  readonly #deliver: (rescued: RescuedText) => Promise<void>;
  readonly #found: RescuedText[] = [];

  constructor(_document: string, deliver: (rescued: RescuedText) => Promise<void>) {
    this.#deliver = deliver;
  }

  remember(_updates: readonly { readonly update: Uint8Array; readonly actor: string }[]): void {}

  inspect(_transaction: Y.Transaction): void {}

  async deliver(): Promise<void> {
    await Promise.all(this.#found.splice(0).map((rescued) => this.#deliver(rescued)));
  }
}
