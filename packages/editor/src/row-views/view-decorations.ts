import { type Entry, endOf } from '@duet/blocks';
import type { IsoDate } from '@duet/domain';
import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { OFFERED_VIEWS } from './offered-views.ts';
import { arranged, isFolded, type TableViews, tablesOf, viewOf } from './table-view.ts';

/** What would come of asking for a view of a table. */
interface Offer {
  readonly meetingDate: IsoDate | null;
  /** Whether the order that is offered is another one than the room's. */
  readonly mayArrange: boolean;
  /** How many rows could fold away. */
  readonly mayFold: number;
}

/** A table that somebody types elsewhere of is the same node. */
const offers = new WeakMap<Node, Offer>();

function offerOf(table: Node, meetingDate: IsoDate | null): Offer {
  const known = offers.get(table);
  if (known?.meetingDate === meetingDate) return known;
  const view = OFFERED_VIEWS[table.type.name];
  const rows = table.children;
  const offer: Offer = {
    meetingDate,
    mayArrange: view?.arrange(rows).some((row, index) => row !== rows[index]) === true,
    mayFold: rows.filter((row) => view?.isSettled(row, meetingDate)).length,
  };
  offers.set(table, offer);
  return offer;
}

/** Rows at their places, and what the controls of each table say of its view. */
export function drawViews(doc: Node, views: TableViews, meetingDate: IsoDate | null): DecorationSet {
  const named = new Map<string, number>();
  const decorations = tablesOf(doc).flatMap((table) => {
    const view = viewOf(views, table.node.type.name);
    const isArranged = view.order !== null;
    const rows = arranged(table, view);
    const folded = rows.filter((row) => isFolded(row, view));
    const { mayArrange, mayFold } = offerOf(table.node, meetingDate);
    // Ids of elements are made here: those of the document may be there twice.
    const owned = rows.map(({ node }) => {
      const number = named.get(node.type.name) ?? 0;
      named.set(node.type.name, number + 1);
      return `${node.type.name}-${number}`;
    });
    const around = { arranged: isArranged, mayArrange, mayFold, folded: folded.length };
    const owns = isArranged ? { owns: owned.join(' ') } : {};
    return [
      decoration(table, isArranged ? { class: 'is-arranged' } : {}, { isAround: true, ...around, ...owns }),
      ...(isArranged ? rows.map((row, index) => decoration(row, placeOf(index, rows.length, owned[index]))) : []),
      ...folded.map((row) => decoration(row, { class: 'is-folded-away' })),
    ];
  });
  return DecorationSet.create(doc, decorations);
}

function placeOf(index: number, count: number, id = ''): Record<string, string> {
  return { id, style: `order: ${index}`, class: index === count - 1 ? 'is-placed is-last' : 'is-placed' };
}

function decoration(entry: Entry, attrs: Record<string, string>, spec: object = {}): Decoration {
  return Decoration.node(entry.pos, endOf(entry), attrs, spec);
}
