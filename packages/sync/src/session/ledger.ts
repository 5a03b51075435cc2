/** An update's place in the ledger. Settled: nothing of it can be lost any more. */
export interface Receipt {
  settle(): void;
}

interface Entry {
  /** The payload of a ping; null for an update. */
  readonly ping: Uint8Array | null;
  settled: boolean;
}

/**
 * What one socket sent, in order, so that a "saved" ping is answered when nothing before it is undurable (G4).
 * Updates settle in any order; pings leave from the front.
 */
export class Ledger {
  readonly #answer: (payload: Uint8Array) => void;
  #entries: Entry[] = [];
  #first = 0;

  constructor(answer: (payload: Uint8Array) => void) {
    this.#answer = answer;
  }

  /** Pings and updates that are still waited for. */
  get length(): number {
    return this.#entries.length - this.#first;
  }

  update(): Receipt {
    const entry: Entry = { ping: null, settled: false };
    this.#entries.push(entry);
    return {
      settle: () => {
        entry.settled = true;
        this.#advance();
      },
    };
  }

  ping(payload: Uint8Array): void {
    if (this.length === 0) {
      this.#answer(payload);
    } else {
      this.#entries.push({ ping: payload.slice(), settled: true });
    }
  }

  #advance(): void {
    for (let entry = this.#entries[this.#first]; entry?.settled; entry = this.#entries[this.#first]) {
      this.#first++;
      if (entry.ping) this.#answer(entry.ping);
    }
    if (this.#first === this.#entries.length) {
      this.#entries = [];
      this.#first = 0;
    }
  }
}
