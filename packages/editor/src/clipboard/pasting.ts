import { type IsoDate, safeHref } from '@duet/domain';
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import type { EditorNotice } from '../api.ts';
import { sectionAt } from '../sections/section-map.ts';
import { keepSelection } from './kept-selection.ts';
import type { PasteJob } from './write-paste.ts';

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
 * They are loaded when somebody puts the caret into the page, and read in turns of a few milliseconds. From then on what one
 * turn can read is in the notes before the next key, which may undo it or go on behind it. What can't be read, or not now,
 * comes in as the plain text that it is. A line of text, and what was copied here, are ProseMirror's.
 */
export function pasting(options: PastingOptions): Extension {
  return Extension.create({
    name: 'pasting',
    addProseMirrorPlugins: () => {
      let literally = false;
      let writer: Writer | null = null;
      const load = async (): Promise<Writer> => {
        writer ??= await import('./write-paste.ts');
        return writer;
      };
      return [
        new Plugin({
          props: {
            handleDOMEvents: {
              focus: () => {
                // That it did not load is said when it is needed.
                load().catch(() => undefined);
                return false;
              },
              keydown: (_, { key, shiftKey, ctrlKey, metaKey }) => {
                literally = shiftKey && (ctrlKey || metaKey) && key.toLowerCase() === 'v';
                return false;
              },
              paste: (view, event) => {
                const job = pasteJob(view, event, literally);
                if (job === null) return false;
                event.preventDefault();
                if (writer === null) write(job, load(), options);
                else void writer.writePaste(job, options);
                return true;
              },
            },
          },
        }),
      ];
    },
  });
}

type Writer = typeof import('./write-paste.ts');

/** What was pasted and where; null where that is ProseMirror's to do, or nobody's. */
function pasteJob(view: EditorView, { clipboardData }: ClipboardEvent, literally: boolean): PasteJob | null {
  if (!view.editable || clipboardData === null) return null;
  const html = literally ? '' : clipboardData.getData('text/html');
  const text = clipboardData.getData('text/plain');
  const isLine = html === '' && !/[\n\r\t]/.test(text.trim());
  // An address over selected words makes a link of them.
  const isAddress = !view.state.selection.empty && safeHref(text.trim()) !== null;
  if (Math.max(html.length, text.length) <= LONGEST && (isLine || isAddress || html.includes(OWN))) return null;
  const section: string | null = sectionAt(view.state.doc, view.state.selection.from)?.heading.node.attrs.key ?? null;
  return { view, html, text, literally, section, restoreSelection: keepSelection(view) };
}

/** Once the writer is loaded. */
function write(job: PasteJob, loading: Promise<Writer>, options: PastingOptions): void {
  const { view, text, restoreSelection } = job;
  loading.then(
    ({ writePaste }) => writePaste(job, options),
    () => {
      if (view.isDestroyed || !view.editable || text.length > LONGEST) return;
      restoreSelection();
      view.pasteText(text);
      options.notify({ text: NOT_LOADED, failed: true });
    },
  );
}

const NOT_LOADED =
  'It came in as plain text: what reads tables and lists did not load. Undo, and paste again when the connection is back.';
