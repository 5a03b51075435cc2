import { endOf, entriesOf } from '@duet/blocks';
import type { IsoDate } from '@duet/domain';
import type { Editor } from '@tiptap/core';
import { rowsOnPage } from '../row-views/rows-on-page.ts';
import { hasStarted, startWork } from '../start-work.ts';
import type { DropPlace } from './drag-entry.ts';
import { entryOf } from './entries-on-page.ts';

/**
 * [M8] Where an upcoming item that is held over the roadmap would become a row of it. @returns undefined where it is not over
 * the roadmap; null where it is and can't become a row, since it is one.
 */
export function dropOnRoadmap(
  editor: Editor,
  dom: HTMLElement,
  y: number,
  today: IsoDate,
): DropPlace | null | undefined {
  const item = entryOf(editor, dom);
  if (item?.node.type.name !== 'upcomingItem') return undefined;
  const table = tableAt(editor, y);
  if (table === null) return undefined;
  if (hasStarted(editor.state.doc, item)) return null;
  const next = rowsOnPage(table).find((row) => middleOf(row) >= y);
  // The document goes on while the pointer rests: places are looked up when it is let go.
  const land = (): void => {
    const [itemNow, tableNow, nextNow] = [dom, table, next].map((each) => each && entryOf(editor, each));
    if (!itemNow || !tableNow) return;
    startWork(editor, itemNow, today, nextNow?.pos ?? endOf(tableNow) - 1);
  };
  return {
    top: (next ?? table).getBoundingClientRect()[next ? 'top' : 'bottom'],
    words: item.node.attrs.feasibility === 'cleared' ? 'Start work' : 'Not cleared yet',
    land,
  };
}

function tableAt({ state, view }: Editor, y: number): HTMLElement | null {
  for (const { node, pos } of entriesOf(state.doc)) {
    const dom = node.type.name === 'roadmapTable' ? view.nodeDOM(pos) : null;
    if (!(dom instanceof HTMLElement)) continue;
    const { top, bottom } = dom.getBoundingClientRect();
    if (y >= top && y <= bottom) return dom;
  }
  return null;
}

function middleOf(element: HTMLElement): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
