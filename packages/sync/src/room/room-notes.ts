import type { DocumentStore } from '@duet/storage';
import { decodeIndex, encodeIndex, type StateIndex } from '../update/indexed-state.ts';

/** The records that this package keeps beside the updates of a document. */
const NAME = 'sync';
const INDEX_NAME = 'sync/snapshot-index';

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

/** Where in a snapshot what lies, so that nobody has to read all of it to send it, or to say what it holds. */
export interface SnapshotIndex {
  /** Of the last entry of the log that the snapshot holds. */
  readonly seq: number;
  readonly index: StateIndex;
}

const SEQ_BYTES = 6;

/** `u48 seq | index`, big-endian. */
export function indexChange(document: string, { seq, index }: SnapshotIndex) {
  const bytes = encodeIndex(index);
  const value = Buffer.alloc(SEQ_BYTES + bytes.byteLength);
  value.writeUIntBE(seq, 0, SEQ_BYTES);
  value.set(bytes, SEQ_BYTES);
  return { kind: 'record', document, name: INDEX_NAME, value } as const;
}

export async function loadIndex(store: DocumentStore, document: string): Promise<SnapshotIndex | null> {
  const bytes = await store.record(document, INDEX_NAME);
  if (!bytes) return null;
  const seq = Buffer.from(bytes.buffer, bytes.byteOffset, SEQ_BYTES).readUIntBE(0, SEQ_BYTES);
  return { seq, index: decodeIndex(bytes.subarray(SEQ_BYTES)) };
}
