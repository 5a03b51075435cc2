import { Check } from 'lucide-react';
import { createContext, type KeyboardEvent, type ReactNode, use, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { DownloadLink } from './download-link.tsx';
import { placeBelow } from './place-below.ts';

interface MenuProps {
  /** What the button shows. */
  readonly button: ReactNode;
  readonly className: string;
  /** The button's name, where it shows no words. */
  readonly label?: string;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

const CloseMenu = createContext<() => void>(() => {});

/**
 * A menu button (WAI-ARIA pattern) on the browser's own popover: it lies above dialogs, closes on Escape and on a
 * click elsewhere, and gives focus back. Items go by arrows, Home, End and their first letter.
 *
 * The items are there, and the first one has the focus, in the turn of the press: the browser tells that a popover was
 * opened a task later, and an arrow or Enter that comes in between would go to the button and close it again.
 */
export function Menu({ button, className, label, align = 'end', children }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  /** @returns whether it opened: it may be open. */
  const show = (): boolean => {
    if (menu.current === null || trigger.current === null || menu.current.matches(':popover-open')) return false;
    menu.current.showPopover();
    flushSync(() => setOpen(true));
    placeBelow(menu.current, trigger.current, align);
    itemsOf(menu.current)[0]?.focus();
    return true;
  };

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
        {...(label !== undefined && { 'aria-label': label, title: label })}
        onClick={(event) => {
          // The browser's own way to open it is left out; it closes it on a second press.
          if (show()) event.preventDefault();
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && show()) event.preventDefault();
        }}
      >
        {button}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="pop menu-pop"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={goByKey}
      >
        {open && <CloseMenu value={() => menu.current?.hidePopover()}>{children}</CloseMenu>}
      </div>
    </>
  );
}

interface ItemProps {
  readonly onSelect: () => void;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

export function MenuItem({ onSelect, end, children }: ItemProps) {
  const close = use(CloseMenu);
  const select = (): void => {
    close();
    onSelect();
  };
  return (
    <button type="button" role="menuitem" className="opt" onClick={select}>
      {children}
      {end !== undefined && <span className="opt__end">{end}</span>}
    </button>
  );
}

/** One of several that exclude each other. Choosing leaves the menu open, so that the choice can be seen. */
export function MenuRadio({ checked, onSelect, children }: ItemProps & { readonly checked: boolean }) {
  return (
    <button type="button" role="menuitemradio" aria-checked={checked} className="opt" onClick={onSelect}>
      {children}
      {checked && (
        <span className="opt__end">
          <Check className="icon" />
        </span>
      )}
    </button>
  );
}

interface DownloadProps {
  readonly href: string;
  /** As the page calls it: "PDF". */
  readonly what: string;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

export function MenuDownload({ href, what, end, children }: DownloadProps) {
  const close = use(CloseMenu);
  return (
    <DownloadLink role="menuitem" className="opt" href={href} what={what} onClick={close}>
      {children}
      {end !== undefined && <span className="opt__end">{end}</span>}
    </DownloadLink>
  );
}

/** Items under a name of their own. */
export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a menu.
    <div role="group" aria-label={label}>
      <div className="pop__label" aria-hidden="true">
        {label}
      </div>
      {children}
    </div>
  );
}

export function MenuRule() {
  return <hr className="pop__rule" />;
}

function itemsOf(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

function goByKey(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = nextItem(items, at, event.key);
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function nextItem(items: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items[(at - 1 + items.length) % items.length];
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const letter = key.toLowerCase();
  return [...items.slice(at + 1), ...items].find((item) => item.textContent.trim().toLowerCase().startsWith(letter));
}
