import { blocks } from '@duet/blocks';
import * as Y from 'yjs';
import { bodyOf, meetingMapOf } from './layout.ts';
import { headingAbove } from './places.ts';
import { identityOf } from './y-xml.ts';

/** A thing that somebody changed: a block, a row, or a detail of the meeting. What people call one edit. */
export interface EditPlace {
  /** The same for every change of the same thing. */
  readonly key: string;
  /** The id of the heading whose section it is in; null outside of all sections. */
  section(): string | null;
}

const TABLES: ReadonlySet<string> = new Set(
  Object.values(blocks).flatMap(({ name, row }) => (row === null ? [] : [name])),
);

/** Where a transaction changed what the notes say. Empty for one that did not. */
export function placesOfEdit(doc: Y.Doc, transaction: Y.Transaction): readonly EditPlace[] {
  const body = bodyOf(doc);
  const places: EditPlace[] = [];
  for (const [type, names] of transaction.changed as ReadonlyMap<unknown, Set<string | null>>) {
    if (type === meetingMapOf(doc))
      places.push(...[...names].map((name) => ({ key: `detail ${name}`, section: nowhere })));
    const path = pathFrom(body, type);
    if (path === null) continue;
    const [top, row] = path;
    const isTable = top !== undefined && TABLES.has(top.nodeName);
    const holder = top === undefined ? body : isTable && row === undefined ? top : null;
    const entries = holder === null ? [isTable ? row : top] : newChildren(holder, transaction);
    for (const entry of entries) {
      const key = entry && identityOf(entry);
      if (key) places.push({ key, section: () => sectionAround(doc, top ?? entry) });
    }
    // Something was taken out and nothing put in.
    if (entries.length === 0) places.push({ key: `order ${top ? identityOf(top) : 'of blocks'}`, section: nowhere });
  }
  return places;
}

const nowhere = (): null => null;

/** The elements from the children of `body` down to `type`, outermost first; null when it is not in there. */
function pathFrom(body: Y.XmlFragment, type: unknown): Y.XmlElement[] | null {
  if (type === body) return [];
  if (!(type instanceof Y.XmlElement || type instanceof Y.XmlText)) return null;
  const above = pathFrom(body, type.parent);
  return above && type instanceof Y.XmlElement ? [...above, type] : above;
}

function newChildren(holder: Y.XmlFragment, { beforeState }: Y.Transaction): readonly Y.XmlElement[] {
  return holder.toArray().filter((child): child is Y.XmlElement => {
    const id = child instanceof Y.XmlElement ? child._item?.id : undefined;
    return id !== undefined && id.clock >= (beforeState.get(id.client) ?? 0);
  });
}

function sectionAround(doc: Y.Doc, block: Y.XmlElement): string | null {
  const index = bodyOf(doc).toArray().indexOf(block);
  return index < 0 ? null : (headingAbove(doc, index + 1)?.id ?? null);
}
