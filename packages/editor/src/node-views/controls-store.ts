import type { ControlsProps } from '@duet/blocks/views';
import type { ComponentType } from 'react';

/** One place in the editor's DOM that React draws controls into. */
export interface ControlsSlot {
  readonly key: number;
  readonly host: HTMLElement;
  readonly Component: ComponentType<ControlsProps>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly props: () => ControlsProps;
}

/**
 * The slots of all blocks on the page, between ProseMirror, which makes and drops them, and the one React tree that
 * draws them. React hears of a slot that came or went and of new props of one slot; never of typing.
 */
export class ControlsStore {
  readonly #slots = new Map<number, ControlsSlot>();
  readonly #listeners = new Set<() => void>();
  #snapshot: readonly ControlsSlot[] | null = null;
  #nextKey = 0;

  add(slot: Omit<ControlsSlot, 'key'>): () => void {
    const key = this.#nextKey++;
    this.#slots.set(key, { ...slot, key });
    this.#changed();
    return () => {
      this.#slots.delete(key);
      this.#changed();
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly slots = (): readonly ControlsSlot[] => {
    this.#snapshot ??= [...this.#slots.values()];
    return this.#snapshot;
  };

  #changed(): void {
    this.#snapshot = null;
    for (const listener of this.#listeners) listener();
  }
}
