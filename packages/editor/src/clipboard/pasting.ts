import { type IsoDate, safeHref } from '@duet/domain';
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import type { EditorNotice } from '../api.ts';
import { sectionAt } from '../sections/section-map.ts';
import { keepSelection } from './kept-selection.ts';

export interface PastingOptions {
  readonly doc: Y.Doc;
  readonly today: () => IsoDate;
  readonly notify: (notice: EditorNotice) => void;
}

/** UTF-16 units of each form on a clipboard that are looked at here and now. */
const LONGEST = 4 * 1024 * 1024;

/** How the editor marks what was copied in it. */
const OWN = 'data-pm-slice';

/**
 * What comes from elsewhere is read as notes are imported, by the same recognisers: cells of a spreadsheet fill rows, a
 * table or list of ours becomes typed blocks, and the rest stays text with its headings, lists, marks and safe links.
 * The browser's HTML never reaches the document, only what the recognisers say of it.
 *
 * They are loaded when somebody puts the caret into the page, and read in turns of a few milliseconds. What can't be
 * read, or not now, comes in as the plain text that it is. A line of text, and what was copied here, are ProseMirror's.
 */
export function pasting(options: PastingOptions): Extension {
  return Extension.create({
    name: 'pasting',
    addProseMirrorPlugins: () => {
      let literally = false;
      return [
        new Plugin({
          props: {
            handleDOMEvents: {
              focus: () => {
                // That it did not load is said when it is needed.
                loadWriter().catch(() => undefined);
                return false;
              },
              keydown: (_, { key, shiftKey, ctrlKey, metaKey }) => {
                literally = shiftKey && (ctrlKey || metaKey) && key.toLowerCase() === 'v';
                return false;
              },
              paste: (view, event) => paste(view, event, literally, options),
            },
          },
        }),
      ];
    },
  });
}

function loadWriter() {
  return import('./write-paste.ts');
}

/** @returns whether the event is taken care of. */
function paste(view: EditorView, event: ClipboardEvent, literally: boolean, options: PastingOptions): boolean {
  if (!view.editable || event.clipboardData === null) return false;
  const html = literally ? '' : event.clipboardData.getData('text/html');
  const text = event.clipboardData.getData('text/plain');
  const isLine = html === '' && !/[\n\r\t]/.test(text.trim());
  // An address over selected words makes a link of them.
  const isAddress = !view.state.selection.empty && safeHref(text.trim()) !== null;
  if (Math.max(html.length, text.length) <= LONGEST && (isLine || isAddress || html.includes(OWN))) return false;
  event.preventDefault();
  const restoreSelection = keepSelection(view);
  const section: string | null = sectionAt(view.state.doc, view.state.selection.from)?.heading.node.attrs.key ?? null;
  loadWriter().then(
    ({ writePaste }) => writePaste({ view, html, text, literally, section, restoreSelection }, options),
    () => {
      if (view.isDestroyed || !view.editable || text.length > LONGEST) return;
      restoreSelection();
      view.pasteText(text);
      options.notify({ text: NOT_LOADED, failed: true });
    },
  );
  return true;
}

const NOT_LOADED =
  'It came in as plain text: what reads tables and lists did not load. Undo, and paste again when the connection is back.';
