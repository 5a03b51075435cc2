import type { DocumentStore } from '@duet/storage';

/** The one record this package keeps beside the updates of a document. */
const NAME = 'sync';

/** What the log of updates cannot tell, or no longer. */
export interface RoomNotes {
  /** Text lost by merges was handed over for all updates up to this one. */
  readonly rescuedThrough: number;
  /** Who wrote under which client id, from before the snapshot. */
  readonly authors: ReadonlyMap<number, string>;
}

const noNotes: RoomNotes = { rescuedThrough: 0, authors: new Map() };

/** JSON: `{"rescuedThrough": 12, "authors": [[client, actor], …]}`. */
export function notesChange(document: string, { rescuedThrough, authors }: RoomNotes) {
  const value = new TextEncoder().encode(JSON.stringify({ rescuedThrough, authors: [...authors] }));
  return { kind: 'record', document, name: NAME, value } as const;
}

export async function loadNotes(store: DocumentStore, document: string): Promise<RoomNotes> {
  const bytes = await store.record(document, NAME);
  if (!bytes) return noNotes;
  const { rescuedThrough, authors }: { rescuedThrough: number; authors: [number, string][] } = JSON.parse(
    new TextDecoder().decode(bytes),
  );
  return { rescuedThrough, authors: new Map(authors) };
}
