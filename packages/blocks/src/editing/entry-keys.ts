/** Keys that act on the block or row with the caret, in ProseMirror's notation. Menus and the page's help show them too. */
export const ENTRY_KEYS = {
  moveUp: 'Mod-Shift-ArrowUp',
  moveDown: 'Mod-Shift-ArrowDown',
  toggleDone: 'Mod-Enter',
} as const;
