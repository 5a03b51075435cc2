import type { SuggestionKeyDownProps, SuggestionOptions, SuggestionProps } from '@tiptap/suggestion';
import type { ReactNode } from 'react';

/** One line of a menu that opens while somebody types. */
export interface MenuItem {
  readonly key: string;
  readonly words: string;
  /** How many letters of the words are typed already. */
  readonly typed?: number;
  readonly sub?: string;
  readonly icon: ReactNode;
  readonly end?: ReactNode;
  /** A heading above this item, where a group begins without one a rule. */
  readonly group?: string;
  readonly ruled?: boolean;
  readonly run: () => void;
}

export interface OpenMenu {
  readonly element: HTMLElement;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly active: number;
  readonly choose: (item: MenuItem) => void;
}

/** The menu that is open, between the suggestion plugin, which has the keys, and React, which draws it. */
export class MenuStore {
  #menu: OpenMenu | null = null;
  readonly #listeners = new Set<() => void>();

  readonly menu = (): OpenMenu | null => this.#menu;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(menu: OpenMenu | null): void {
    this.#menu = menu;
    for (const listener of this.#listeners) listener();
  }
}

export const MENU_ID = 'duet-typing-menu';
export const optionId = (index: number): string => `${MENU_ID}-${index}`;

/** The hooks of a suggestion that shows its items in the store's menu. The focus stays in the text. */
export function menuRenderer(store: MenuStore, label: string): NonNullable<SuggestionOptions<MenuItem>['render']> {
  return () => {
    let unmount: (() => void) | null = null;
    let field: HTMLElement | null = null;
    let query = '';

    const show = (props: SuggestionProps<MenuItem>, active: number): void => {
      const menu = store.menu();
      if (menu === null) return;
      store.set({ ...menu, items: props.items, active, choose: (item) => props.command(item) });
      point(active);
    };
    const point = (active: number): void => {
      const menu = store.menu();
      if (menu !== null && menu.items.length > 0) field?.setAttribute('aria-activedescendant', optionId(active));
      else field?.removeAttribute('aria-activedescendant');
    };
    return {
      onStart: (props) => {
        query = '';
        const element = document.createElement('div');
        element.className = 'typing-menu';
        // It hangs outside the page's own parts.
        element.role = 'region';
        element.ariaLabel = label;
        unmount = props.mount(element);
        field = props.editor.view.dom;
        field.setAttribute('aria-controls', MENU_ID);
        store.set({ element, label, items: [], active: 0, choose: (item) => props.command(item) });
      },
      onUpdate: (props) => {
        if (props.loading) return;
        const before = store.menu();
        const marked = before?.items[before.active]?.key;
        // Also told when only the place moved, with what others write above: then what was gone to stays marked.
        const isSame = props.query === query;
        query = props.query;
        show(
          props,
          isSame
            ? Math.max(
                0,
                props.items.findIndex(({ key }) => key === marked),
              )
            : 0,
        );
      },
      onExit: () => {
        store.set(null);
        unmount?.();
        field?.removeAttribute('aria-controls');
        field?.removeAttribute('aria-activedescendant');
      },
      onKeyDown: ({ event }: SuggestionKeyDownProps) => {
        const menu = store.menu();
        if (menu === null || menu.items.length === 0) return false;
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const item = menu.items[menu.active];
        if (step !== undefined) {
          const active = (menu.active + step + menu.items.length) % menu.items.length;
          store.set({ ...menu, active });
          point(active);
        } else if ((event.key === 'Enter' || event.key === 'Tab') && item) menu.choose(item);
        else return false;
        return true;
      },
    };
  };
}
