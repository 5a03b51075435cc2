import type { DocumentStore } from '@duet/storage';

/** A call that was caught on its way. */
interface Hold {
  /** Resolves when a call has arrived and hangs. */
  readonly reached: Promise<void>;
  /** Lets it go on. */
  release(): void;
}

/** A store whose next commit, load or compaction can be made to hang, to look around meanwhile. */
export type SlowStore = DocumentStore & { hold(): Hold; holdLoad(): Hold; holdCompaction(): Hold };

export function slowStore(store: DocumentStore): SlowStore {
  const commits = new Gate();
  const loads = new Gate();
  const compactions = new Gate();
  const slow: Partial<SlowStore> = {
    commit: async (changes) => {
      await commits.pass();
      return store.commit(changes);
    },
    load: async (document) => {
      await loads.pass();
      return store.load(document);
    },
    compact: async (document, snapshot) => {
      await compactions.pass();
      return store.compact(document, snapshot);
    },
    hold: () => commits.close(),
    holdLoad: () => loads.close(),
    holdCompaction: () => compactions.close(),
  };
  return new Proxy(store, {
    get: (target, name) => {
      const value = Reflect.get(name in slow ? slow : target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  }) as SlowStore;
}

class Gate {
  #held: { arrived: () => void; open: Promise<void> } | null = null;

  close(): Hold {
    let release = () => {};
    let arrived = () => {};
    const open = new Promise<void>((resolve) => {
      release = resolve;
    });
    const reached = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    this.#held = { arrived, open };
    return { reached, release };
  }

  async pass(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    held?.arrived();
    await held?.open;
  }
}
