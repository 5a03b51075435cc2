import { bodyOf, headingAbove, read } from '@duet/document';
import { plainText, type SectionHeading, sections } from '@duet/domain';
import type { StoredDocument } from '@duet/storage';
import * as Y from 'yjs';
import type { RescuedRecord } from '../records/types.ts';

/** The section that each kind of block belongs to, by key: what is left to say when the block's place is forgotten. */
const HOMES: Readonly<Record<string, string>> = {
  roadmapTable: 'roadmap',
  upcomingItem: 'upcoming',
  constraint: 'constraints',
  riskTable: 'risks',
  decision: 'decisions',
  actionItem: 'actions',
  openQuestion: 'questions',
};
const SOMEWHERE = 'In the document';

/**
 * For each lost text, by its id: the title of the section that it stood in.
 *
 * The document that people see has forgotten where a deleted block stood: Yjs collects its content, and with it the
 * way up. So the log is replayed into one that collects nothing. There the block is deleted too, but it still stands
 * between its neighbours, and a text that came for it later hangs in it.
 */
export function sectionsOfLosses(
  { snapshot, updates }: StoredDocument,
  losses: readonly RescuedRecord[],
): ReadonlyMap<string, string> {
  const doc = new Y.Doc({ gc: false });
  for (const state of [snapshot?.state, ...updates.map(({ update }) => update)]) if (state) Y.applyUpdate(doc, state);
  const sectionOf = ({ id, place }: RescuedRecord): string => {
    const index = indexOfLoss(doc, id);
    const heading = index === null ? homeOf(doc, place) : headingAbove(doc, index);
    return (heading && plainText(heading.title)) || SOMEWHERE;
  };
  const found = new Map(losses.map((loss) => [loss.id, sectionOf(loss)]));
  doc.destroy();
  return found;
}

/** How many living blocks stand before the lost text; null when the log does not know any more. */
function indexOfLoss(doc: Y.Doc, loss: string): number | null {
  const [client = 0, clock = 0] = loss.split(':').map(Number);
  if (clock >= Y.getState(doc.store, client)) return null;
  const body = bodyOf(doc);
  // What is named is an item, or a collected stretch that has no parent and no neighbours.
  let at: Y.Item | null = Y.getItem(doc.store, Y.createID(client, clock));
  while (at instanceof Y.Item && at.parent !== body) at = at.parent instanceof Y.AbstractType ? at.parent._item : null;
  if (!(at instanceof Y.Item)) return null;
  let before = 0;
  for (let left = at.left; left; left = left.left) if (!left.deleted && left.countable) before += left.length;
  return before;
}

/** @param place a path of element names from the body down. */
function homeOf(doc: Y.Doc, place: string): SectionHeading | null {
  const block = place.split(':', 1)[0]?.split(' > ')[1] ?? '';
  const key = HOMES[block];
  const home = key && sections(read(doc)).find(({ heading }) => heading?.key === key)?.heading;
  return home || null;
}
