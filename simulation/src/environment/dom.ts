import { JSDOM } from 'jsdom';

/** What the editor takes for granted in a browser. Importing this module puts it there. */
const NAMES = [
  ...['window', 'document', 'navigator', 'getComputedStyle', 'getSelection', 'innerHeight', 'innerWidth'],
  ...['Node', 'Text', 'Element', 'HTMLElement', 'Document', 'DocumentFragment', 'DOMParser', 'Range', 'Selection'],
  ...['MutationObserver', 'KeyboardEvent', 'ClipboardEvent', 'CloseEvent', 'CustomEvent'],
] as const;

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: false });

for (const name of NAMES) {
  const value: unknown = name === 'window' ? window : Reflect.get(window, name);
  if (value !== undefined) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
