import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

const COLUMNS = ['Done', 'Action', 'Owner', 'Due date', 'Status'] as const;

interface Run {
  readonly from: number;
  readonly rows: readonly number[];
}

let tables = 0;

/**
 * Action items that follow each other look and read like one table. They are blocks of the document and have no
 * common parent, so the header that is drawn above the first one owns them by `aria-owns`.
 */
export const ActionRuns = Extension.create({
  name: 'actionRuns',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_, { doc }) => decorate(doc),
        apply: (tr, before) => (tr.docChanged ? decorate(tr.doc) : before),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
      view: (view) => {
        ownRows(view);
        return {
          update: (now, before) => {
            if (now.state.doc !== before.doc) ownRows(now);
          },
        };
      },
    }),
  ],
});

function runsOf(doc: Node): readonly Run[] {
  const runs: { from: number; rows: number[]; end: number }[] = [];
  doc.forEach((node, pos) => {
    if (node.type.name !== 'actionItem') return;
    const last = runs.at(-1);
    if (last?.end === pos) last.rows.push(pos);
    else runs.push({ from: pos, rows: [pos], end: pos });
    const run = runs.at(-1);
    if (run) run.end = pos + node.nodeSize;
  });
  return runs;
}

function decorate(doc: Node): DecorationSet {
  return DecorationSet.create(
    doc,
    runsOf(doc).map(({ from }, index) =>
      Decoration.widget(from, header, { key: `actions ${index}`, side: -1, ignoreSelection: true }),
    ),
  );
}

/** Names the rows of each run to its header. Element ids are made here: ids of the document may be there twice. */
function ownRows(view: EditorView): void {
  const headers = view.dom.querySelectorAll<HTMLElement>(':scope > .action-head');
  for (const [index, run] of runsOf(view.state.doc).entries()) {
    const ids = run.rows.flatMap((pos, row) => {
      const dom = view.nodeDOM(pos);
      if (!(dom instanceof HTMLElement)) return [];
      dom.id ||= `action-row-${tables++}-${row}`;
      return [dom.id];
    });
    const owned = ids.join(' ');
    const head = headers[index];
    if (head && head.getAttribute('aria-owns') !== owned) head.setAttribute('aria-owns', owned);
  }
}

function header(): HTMLElement {
  const table = document.createElement('div');
  table.className = 'action-head';
  table.contentEditable = 'false';
  table.setAttribute('role', 'table');
  table.setAttribute('aria-label', 'Action items');
  const row = table.appendChild(document.createElement('div'));
  row.className = 'grid-row grid-row--action grid-row--head';
  row.setAttribute('role', 'row');
  for (const [index, name] of COLUMNS.entries()) {
    const cell = row.appendChild(document.createElement('span'));
    cell.className = 'grid-head';
    cell.setAttribute('role', 'columnheader');
    cell.setAttribute('aria-colindex', String(index + 1));
    cell.textContent = name;
    if (index === 0) cell.classList.add('grid-head--sr');
  }
  return table;
}
