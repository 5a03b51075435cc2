import type { Transaction } from '@tiptap/pm/state';

/**
 * True for what somebody did at this editor. What came from others, and one's own undo, arrives through the binding
 * to the shared document and is marked by it. Repairs must leave that alone: everybody would make them at once.
 * (The key is y-tiptap's; naming it here spares this package all of Yjs.)
 */
export function isLocalChange(transactions: readonly Transaction[]): boolean {
  return (
    transactions.some((transaction) => transaction.docChanged) &&
    !transactions.some((transaction) => transaction.getMeta('y-sync$') !== undefined)
  );
}
