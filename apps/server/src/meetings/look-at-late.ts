import { bodyOf, headingAbove, read } from '@duet/document';
import { type Change, changesOfNotes, type IsoDate, type Meeting, plainText } from '@duet/domain';
import * as Y from 'yjs';

const SOMEWHERE = 'In the document';
/** Nothing that people can read stands deeper; a late edit was never judged and may. */
const DEEPEST = 64;
/** Each costs a look at the whole document. Nobody scrolls as far as the others. */
const MOST = 1000;
/** Of those without words; each costs a reading of the whole meeting. */
const MOST_DESCRIBED = 100;
const WORDLESS = 'A change without words';

export interface LateBytes {
  readonly id: string;
  /** Null when it is not to be found. */
  readonly update: Uint8Array | null;
  /** It adds no text, so it is to be put into words what it does. */
  readonly isWordless: boolean;
}

export interface LateLook {
  /** The title of the first section that it would have changed. */
  readonly place: string;
  /** What a wordless one would have changed. Null for the others. */
  readonly text: string | null;
}

/**
 * For each late edit, by its id, what it would have done.
 *
 * They are merged into a copy of what was final, one after another as they came: what somebody typed on leans on what
 * they typed before. An edit that cannot be merged costs its own place and nobody else's.
 * @param state the encoded state that the revision sealed; null when there is none.
 */
export function lookAtLate(
  state: Uint8Array | null,
  edits: readonly LateBytes[],
  today: IsoDate,
): ReadonlyMap<string, LateLook> {
  const doc = new Y.Doc();
  if (state) Y.applyUpdate(doc, state);
  let described = 0;
  const looks = edits.map(({ id, update, isWordless }, index) => {
    const mergeable = state && update && index < MOST ? update : null;
    const before = isWordless && mergeable && described++ < MOST_DESCRIBED ? readable(doc) : null;
    const place = (mergeable && sectionOf(doc, mergeable)) || SOMEWHERE;
    const after = before && readable(doc);
    const text = before && after && inWords(changesOfNotes(before, after, today));
    return [id, { place, text: isWordless ? text || WORDLESS : null }] as const;
  });
  doc.destroy();
  return new Map(looks);
}

/** Null when it nests so deeply that nobody can read it. */
function readable(doc: Y.Doc): Meeting | null {
  try {
    return read(doc);
  } catch {
    return null;
  }
}

function inWords(changes: readonly Change[]): string {
  return changes
    .map(({ kind, title, what }) => {
      if (kind === 'changed') return `${title}: ${what.join('; ')}`;
      return kind === 'new' ? `New: ${title}` : `Deleted: ${title}`;
    })
    .join('\n');
}

function sectionOf(doc: Y.Doc, update: Uint8Array): string {
  const touched = new Set<unknown>();
  const note = ({ changed }: Y.Transaction) => {
    for (const type of changed.keys()) touched.add(blockAround(doc, type));
  };
  const before = bodyOf(doc).toArray();
  doc.on('afterTransaction', note);
  try {
    Y.applyUpdate(doc, update);
    const at = firstChange(before, bodyOf(doc).toArray(), touched);
    const heading = at === null ? null : headingAbove(doc, at);
    return heading ? plainText(heading.title) : '';
  } catch {
    return '';
  } finally {
    doc.off('afterTransaction', note);
  }
}

/** The index behind the first block that is new or changed, or at which one is gone; null when all is as before. */
function firstChange(before: readonly unknown[], after: readonly unknown[], touched: Set<unknown>): number | null {
  const at = after.findIndex((block, index) => block !== before[index] || touched.has(block));
  if (at < 0) return after.length < before.length ? after.length : null;
  const block = after[at];
  const movedUp = !touched.has(block) && before.includes(block, at);
  return movedUp ? at : at + 1;
}

function blockAround(doc: Y.Doc, type: unknown): unknown {
  const body = bodyOf(doc);
  let at = type;
  for (let depth = 0; depth < DEEPEST && at instanceof Y.AbstractType; depth++) {
    const parent: unknown = at._item?.parent;
    if (parent === body) return at;
    at = parent;
  }
  return null;
}
