import { type Entry, entriesOf, isCell, isRow, selectedEntry, tableOf } from '@duet/blocks';
import { Extension } from '@tiptap/core';
import { Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { rowsSeen } from '../row-views/row-views.ts';
import { LEAVE_KEYS, selectWhole } from './leave-keys.ts';

/** A place of a row or block that Tab visits: a text, at this position, or a chip or box. */
interface Stop {
  readonly element: HTMLElement;
  readonly pos: number | null;
}

type Step = 1 | -1;

/**
 * Tab goes through a row as it is read: text, status, owner, date, text. The chips are no part of the document, so the
 * editor's own keys know only the texts. From a text whose neighbour is a chip, and from every chip, this takes over.
 */
export const CellStops = Extension.create({
  name: 'cellStops',
  addKeyboardShortcuts() {
    const go = (step: Step) => () => toControl(this.editor.view, step);
    return { Tab: go(1), 'Shift-Tab': go(-1) };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        // The events of chips are kept from the editor, so they are heard on their way through the page.
        const onKey = (event: KeyboardEvent): void => {
          if (fromControl(view, event)) event.preventDefault();
        };
        view.dom.addEventListener('keydown', onKey);
        return { destroy: () => view.dom.removeEventListener('keydown', onKey) };
      },
    }),
  ],
});

/** From the text with the caret to the chip beside it. False where a text, or nothing, is next. */
function toControl(view: EditorView, step: Step): boolean {
  const { selection } = view.state;
  const entry = selectedEntry(selection);
  if (entry === null || !selection.$from.sameParent(selection.$to)) return false;
  const stops = stopsOf(view, entry);
  const here = stops.findIndex(({ pos }) => pos === selection.$from.start());
  const next = here < 0 ? undefined : stops[here + step];
  if (next === undefined || next.pos !== null) return false;
  next.element.focus();
  return true;
}

/** Tab and Escape on a chip. Past the last chip of the last row the browser goes on to what follows on the page. */
function fromControl(view: EditorView, event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof HTMLElement) || target.isContentEditable) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const dom = target.closest('[data-entry]');
  const entries = entriesOf(view.state.doc);
  const entry = entries.find(({ pos }) => view.nodeDOM(pos) === dom);
  if (entry === undefined) return false;
  if (event.key === LEAVE_KEYS) return selectWhole(view, entry.pos + 1);
  if (event.key !== 'Tab') return false;
  const step = event.shiftKey ? -1 : 1;
  const stops = stopsOf(view, entry);
  const next = stops[stops.findIndex(({ element }) => element === target) + step] ?? inNeighbour(view, entry, step);
  if (next === undefined) return false;
  visit(view, next);
  return true;
}

function visit(view: EditorView, { element, pos }: Stop): void {
  if (pos === null) {
    element.focus();
    return;
  }
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(Selection.near(doc.resolve(pos))).scrollIntoView());
  view.focus();
}

/** The first stop of the next row or block of the same kind, or the last one of that before. */
function inNeighbour(view: EditorView, entry: Entry, step: Step): Stop | undefined {
  const { state } = view;
  const siblings = isRow(entry.node) ? rowsSeen(state, tableOf(state.doc, entry.pos)) : entriesOf(state.doc);
  const neighbour = siblings[siblings.findIndex(({ pos }) => pos === entry.pos) + step];
  if (neighbour?.node.type !== entry.node.type) return undefined;
  return stopsOf(view, neighbour).at(step === 1 ? 0 : -1);
}

/**
 * In the order of the columns where the entry has any, else as they stand on the page. What stands below the text of a
 * column comes before it: the last text stays the last stop, from which Tab makes the next row.
 */
function stopsOf(view: EditorView, { node, pos }: Entry): readonly Stop[] {
  const dom = view.nodeDOM(pos);
  if (!(dom instanceof HTMLElement) || OWN_TAB.has(node.type.name)) return [];
  const texts: Stop[] = node.isTextblock ? [{ element: textOf(dom), pos: pos + 1 }] : [];
  node.forEach((child, offset) => {
    const element = view.nodeDOM(pos + 1 + offset);
    if (isCell(child) && element instanceof HTMLElement) texts.push({ element, pos: pos + 2 + offset });
  });
  const controls = [...dom.querySelectorAll<HTMLElement>('.controls :is(button, input, a[href])')]
    .filter((element) => element.tabIndex >= 0 && !element.matches(':disabled'))
    .map((element) => ({ element, pos: null }));
  const isBelow = ({ element }: Stop): boolean => element.closest('.grid-row__sub') !== null;
  return [...controls.filter(isBelow), ...texts, ...controls.filter((stop) => !isBelow(stop))]
    .filter(({ element }) => element.checkVisibility?.() !== false)
    .sort((a, b) => columnOf(a.element) - columnOf(b.element));
}

/** In prose Tab indents, and headings have no cells. */
const OWN_TAB: ReadonlySet<string> = new Set(['textBlock', 'sectionHeading']);

const textOf = (dom: HTMLElement): HTMLElement => dom.querySelector<HTMLElement>('[aria-colindex].lead') ?? dom;

function columnOf(element: HTMLElement): number {
  return Number(element.closest('[aria-colindex]')?.getAttribute('aria-colindex') ?? 0);
}
