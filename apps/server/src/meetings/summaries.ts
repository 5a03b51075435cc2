import { read } from '@duet/document';
import type { MeetingStatus } from '@duet/domain';
import type { SyncServer } from '@duet/sync';
import * as Y from 'yjs';
import type { MeetingFile } from '../records/meeting-file.ts';

/** What a list says of a meeting. */
export interface Summary {
  readonly title: string;
  readonly date: string | null;
  readonly status: MeetingStatus;
}

interface Known {
  readonly title: string;
  readonly date: string | null;
  readonly stateVector: string;
  readonly readAt: number;
}

/** A last keystroke may still be on its way to the disk when its socket is gone: nothing is believed for longer. */
const TRUSTED_MS = 60_000;
const REMEMBERED = 5000;

/**
 * Titles, dates and states of meetings, for lists of many: read from the document, remembered while nobody writes.
 */
export class Summaries {
  readonly #sync: SyncServer;
  readonly #now: () => Date;
  readonly #known = new Map<string, Known>();

  constructor(sync: SyncServer, now: () => Date) {
    this.#sync = sync;
    this.#now = now;
  }

  /** @throws StorageError `damaged`. */
  async of({ id, record }: MeetingFile): Promise<Summary> {
    const { title, date, stateVector } = await this.#read(id);
    const written = record.status === 'draft' && stateVector !== record.template;
    return { title, date, status: written ? 'live' : record.status };
  }

  /** The document may have changed. */
  touched(id: string): void {
    this.#known.delete(id);
  }

  async #read(id: string): Promise<Known> {
    const now = this.#now().getTime();
    const known = this.#known.get(id);
    const quiet = !this.#sync.present(id).some(({ mayWrite }) => mayWrite);
    if (quiet && known && now - known.readAt < TRUSTED_MS) return known;
    const doc = await this.#sync.read(id);
    const { title, date } = read(doc);
    const fresh = { title, date, stateVector: stateVectorOf(doc), readAt: now };
    doc.destroy();
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(id, fresh);
    return fresh;
  }
}

/** Base64. Grows with everything that anybody inserts. */
export function stateVectorOf(doc: Y.Doc): string {
  return Buffer.from(Y.encodeStateVector(doc)).toString('base64');
}
