import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { MENU_ID, type MenuItem, type MenuStore, type OpenMenu, optionId } from './menu-store.ts';

/** Draws the menu that is open while somebody types `/` or `@`. */
export function TypingMenu({ store }: { readonly store: MenuStore }) {
  const menu = useSyncExternalStore(store.subscribe, store.menu);
  return menu === null || menu.items.length === 0 ? null : createPortal(<Items menu={menu} />, menu.element);
}

function Items({ menu }: { readonly menu: OpenMenu }) {
  return (
    // In the order of the Tab key since it scrolls, though Tab chooses before it gets there.
    <div className="pop" role="listbox" id={MENU_ID} aria-label={menu.label} tabIndex={0}>
      {menu.items.map((item, index) => (
        <Item key={item.key} item={item} index={index} menu={menu} />
      ))}
    </div>
  );
}

function Item({ item, index, menu }: { readonly item: MenuItem; readonly index: number; readonly menu: OpenMenu }) {
  const active = index === menu.active;
  return (
    <>
      {item.group !== undefined && (
        <div className="pop__label" role="presentation">
          {item.group}
        </div>
      )}
      {item.ruled === true && <div className="pop__rule" role="presentation" />}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which points here. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the text has the keys. */}
      <div
        className={`opt${active ? ' is-selected' : ''}`}
        role="option"
        id={optionId(index)}
        aria-selected={active}
        ref={active ? keepInView : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => menu.choose(item)}
      >
        {item.icon}
        <span>
          {item.typed !== undefined && <mark>{item.words.slice(0, item.typed)}</mark>}
          {item.words.slice(item.typed)}
          {item.sub !== undefined && <span className="opt__sub">{item.sub}</span>}
        </span>
        {item.end !== undefined && <span className="opt__end">{item.end}</span>}
      </div>
    </>
  );
}

function keepInView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
