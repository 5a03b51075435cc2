import { read } from '@duet/document';
import { ImportError, inTurns, type Pasted, readPaste } from '@duet/export/import';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { alone } from '../undo-step.ts';
import { insertLines } from './insert-lines.ts';
import { insertPasted, type PastedCounts } from './insert-pasted.ts';
import { pastedWords, refusalWords, TOO_MUCH } from './paste-words.ts';
import type { PastingOptions } from './pasting.ts';

/** What takes no longer is in the notes before the next key; nobody feels the wait at a paste. */
const AT_ONCE_MS = 50;

/** One paste as it was asked for. */
export interface PasteJob {
  readonly view: EditorView;
  readonly html: string;
  readonly text: string;
  /** As the plain text that it is, whatever it may mean. */
  readonly literally: boolean;
  /** The key of the section with the caret. */
  readonly section: string | null;
  /** Selects again what was selected when it was asked for. */
  readonly restoreSelection: () => void;
}

/** Reads what was on the clipboard and writes it into the document. Never rejects: every failure ends in words. */
export async function writePaste(job: PasteJob, options: PastingOptions): Promise<void> {
  if (job.literally) {
    writeText(job, options, null);
    return;
  }
  try {
    const anchor = read(options.doc).date ?? options.today();
    const steps = readPaste({ html: job.html, text: job.text, anchor, section: job.section });
    const pasted = await inTurns(steps, AT_ONCE_MS);
    write(job, options, pasted);
  } catch (error) {
    writeText(job, options, refusalWords(error instanceof ImportError ? error.code : 'unread'));
  }
}

function write(job: PasteJob, { doc, notify }: PastingOptions, pasted: Pasted): void {
  if (!mayWrite(job, notify)) return;
  let counts: PastedCounts = new Map();
  const undo = alone(job.view.state, () => {
    counts = insertPasted(job.view, pasted, (steps) => doc.transact(steps, ySyncPluginKey));
  });
  const words = pastedWords(counts);
  if (words !== null) notify({ text: words, undo });
}

/** The plain text, a line each, and why it is no more than that. */
function writeText(job: PasteJob, { notify }: PastingOptions, why: string | null): void {
  if (!mayWrite(job, notify)) return;
  let written = false;
  const undo = alone(job.view.state, () => {
    written = insertLines(job.view, job.text);
  });
  if (written && why !== null) notify({ text: why, undo, failed: true });
  else if (!written) notify({ text: job.text.trim() === '' && why !== null ? why : TOO_MUCH, failed: true });
}

/** The meeting may have been locked, or left, while the paste was read. */
function mayWrite({ view, restoreSelection }: PasteJob, notify: PastingOptions['notify']): boolean {
  if (view.isDestroyed) return false;
  if (view.editable) restoreSelection();
  else notify({ text: refusalWords('locked'), failed: true });
  return view.editable;
}
