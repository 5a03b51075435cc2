import type { Entry } from '@duet/blocks';
import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type LateFirst, lateBelow, putLateFirst } from './late-first.ts';

const COLUMNS = ['Done', 'Action', 'Owner', 'Due date', 'Status'] as const;

interface Run {
  readonly from: number;
  readonly rows: readonly Entry[];
}

let rowsNamed = 0;

/**
 * Action items that follow each other look and read like one table. They are blocks of the document and have no
 * common parent, so the header that is drawn above the first one owns them by `aria-owns`.
 */
export function actionRuns(late: LateFirst): Extension {
  return Extension.create({
    name: 'actionRuns',
    addProseMirrorPlugins() {
      const { editor } = this;
      let drawn: { readonly doc: Node; readonly key: string; readonly set: DecorationSet } | null = null;
      return [
        new Plugin({
          props: {
            decorations: ({ doc }) => {
              const key = `${late.today()} ${editor.isEditable}`;
              if (drawn?.doc !== doc || drawn.key !== key) drawn = { doc, key, set: decorate(doc, editor, late) };
              return drawn.set;
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
      ];
    },
  });
}

function runsOf(doc: Node): readonly Run[] {
  const runs: { from: number; rows: Entry[]; end: number }[] = [];
  doc.forEach((node, pos) => {
    if (node.type.name !== 'actionItem') return;
    const last = runs.at(-1);
    if (last?.end === pos) last.rows.push({ node, pos });
    else runs.push({ from: pos, rows: [{ node, pos }], end: pos });
    const run = runs.at(-1);
    if (run) run.end = pos + node.nodeSize;
  });
  return runs;
}

function decorate(doc: Node, editor: Editor, late: LateFirst): DecorationSet {
  return DecorationSet.create(
    doc,
    runsOf(doc).map(({ from, rows }, index) => {
      const offers = editor.isEditable && lateBelow(rows, late.today()) !== null;
      const rowsNow = (): readonly Entry[] => runsOf(editor.state.doc)[index]?.rows ?? [];
      return Decoration.widget(from, () => header(offers ? () => putLateFirst(editor, rowsNow, late) : null), {
        key: `actions ${index} ${offers}`,
        side: -1,
        ignoreSelection: true,
        stopEvent: () => true,
      });
    }),
  );
}

/** Names the rows of each run to its header. Element ids are made here: ids of the document may be there twice. */
function ownRows({ dom }: EditorView): void {
  let head: Element | null = null;
  let ids: string[] = [];
  const own = (): void => {
    const owned = ids.join(' ');
    if (head !== null && head.getAttribute('aria-owns') !== owned) head.setAttribute('aria-owns', owned);
    ids = [];
  };
  for (const child of dom.children) {
    if (child.classList.contains('action-head')) {
      own();
      head = child;
    } else if (child.classList.contains('grid-row--action')) {
      child.id ||= `action-row-${rowsNamed++}`;
      ids.push(child.id);
    }
  }
  own();
}

/** @param onLateFirst brings up what is late; null where nothing late stands too low. */
function header(onLateFirst: (() => void) | null): HTMLElement {
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
    if (name === 'Action' && onLateFirst !== null) cell.append(lateButton(onLateFirst));
  }
  return table;
}

function lateButton(onClick: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sub__do';
  button.textContent = 'Late first';
  button.addEventListener('click', onClick);
  return button;
}
