import { newId } from '@duet/domain';

export interface Toast {
  readonly id: string;
  readonly tone: 'done' | 'error' | 'locked';
  readonly text: string;
  readonly sub?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const MAX = 2;
const LIFE_MS = 6000;

/** What the page has to say in passing. One for the whole page: a toast outlives the component that raised it. */
class ToastStore {
  #toasts: readonly Toast[] = [];
  readonly #listeners = new Set<() => void>();

  readonly get = (): readonly Toast[] => this.#toasts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  show(toast: Omit<Toast, 'id'>): void {
    const shown = { ...toast, id: newId(8) };
    this.#set([...this.#toasts, shown].slice(-MAX));
    setTimeout(() => this.dismiss(shown.id), LIFE_MS);
  }

  dismiss(id: string): void {
    this.#set(this.#toasts.filter((toast) => toast.id !== id));
  }

  #set(toasts: readonly Toast[]): void {
    this.#toasts = toasts;
    for (const listener of this.#listeners) listener();
  }
}

export const toasts = new ToastStore();
