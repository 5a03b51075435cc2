import { entriesOf, isLocalChange } from '@duet/blocks';
import { type IsoDate, isStale, parseIsoDate } from '@duet/domain';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { meetingDateIn } from './meeting-date.ts';

/**
 * Whoever edits a row that was carried over has looked at it: it is no longer stale (M4). The day goes into the same
 * step, so that undoing the edit leaves the row as unconfirmed as it was.
 */
export function confirmedRows(doc: Y.Doc, today: () => IsoDate): Extension {
  return Extension.create({
    name: 'confirmedRows',
    addProseMirrorPlugins: () => [
      new Plugin({
        appendTransaction: (transactions, before, now) => {
          if (!isLocalChange(transactions)) return null;
          const date = meetingDateIn(doc);
          const { tr } = now;
          const stale = staleRows(now.doc, date);
          if (stale.length === 0) return null;
          const earlier = new Map<unknown, Node>(entriesOf(before.doc).map(({ node }) => [node.attrs.id, node]));
          for (const { node, pos } of stale) {
            if (isEdited(earlier.get(node.attrs.id), node)) tr.setNodeAttribute(pos, 'confirmedOn', date ?? today());
          }
          return tr.docChanged ? tr : null;
        },
      }),
    ],
  });
}

function staleRows(doc: Node, date: IsoDate | null): readonly { readonly node: Node; readonly pos: number }[] {
  return entriesOf(doc).filter(({ node }) => {
    if (node.type.name !== 'roadmapRow') return false;
    const { carried, confirmedOn } = node.attrs;
    const confirmed = typeof confirmedOn === 'string' ? parseIsoDate(confirmedOn) : null;
    return isStale({ carried: Number(carried) || 0, confirmedOn: confirmed }, date);
  });
}

/** The row was there before, and said something else. One that only moved did not change. */
function isEdited(was: Node | undefined, row: Node): boolean {
  return was?.type === row.type && !was.eq(row);
}
