import { createHash } from 'node:crypto';
import { read } from '@duet/document';
import { type Meeting, plainText, sections } from '@duet/domain';
import type { DocumentStore } from '@duet/storage';
import type { LateUpdate, RescuedText } from '@duet/sync';
import * as Y from 'yjs';
import type { Duet } from '../duet.ts';
import { decodeJson, encodeJson } from '../records/json.ts';
import type { MeetingFiles } from '../records/meeting-file.ts';
import type { Author, KeptText, LateRecord } from '../records/types.ts';
import { Authors } from './authors.ts';

/** Where the sync server hands over words that did not make it into the document (G12, G14). */
export class KeptTexts {
  readonly #store: DocumentStore;
  readonly #files: MeetingFiles;
  readonly #now: () => Date;

  constructor(store: DocumentStore, files: MeetingFiles, now: () => Date) {
    this.#store = store;
    this.#files = files;
    this.#now = now;
  }

  /**
   * An edit to a finalized meeting: its words for people, its bytes so that nothing of it is lost. A client that comes
   * back sends the same edit again; it is kept once.
   */
  async keepLate({ document, member, update, text }: LateUpdate): Promise<void> {
    const id = createHash('sha256').update(member.id).update(update).digest('base64url');
    if ((await this.#store.record(document, `late/${id}`)) !== null) return;
    const at = this.#now().toISOString();
    const author: Author = { name: member.name, side: member.side as Author['side'] };
    const late: LateRecord = {
      id,
      memberId: member.id,
      author,
      at,
      place: await this.#placeOf(document, update),
      text,
    };
    await this.#store.commit([
      { kind: 'record', document, name: `late/${id}`, value: encodeJson(late) },
      { kind: 'record', document, name: `late-bytes/${id}`, value: update },
    ]);
  }

  /** A loss that is found again after a crash is kept once. */
  async keepRescued({ document, author, text, place, key }: RescuedText): Promise<void> {
    if ((await this.#store.record(document, `rescued/${key}`)) !== null) return;
    const by = await new Authors(this.#files, document).of(author);
    const rescued: KeptText = { id: key, author: by, at: this.#now().toISOString(), place, text };
    await this.#store.commit([{ kind: 'record', document, name: `rescued/${key}`, value: encodeJson(rescued) }]);
  }

  /** The title of the first section that the update would have changed. */
  async #placeOf(document: string, update: Uint8Array): Promise<string> {
    const stored = await this.#store.load(document);
    const doc = new Y.Doc();
    for (const state of [stored?.snapshot?.state, ...(stored?.updates ?? []).map((entry) => entry.update)]) {
      if (state) Y.applyUpdate(doc, state);
    }
    const before = sectionTexts(read(doc));
    Y.applyUpdate(doc, update);
    const after = sectionTexts(read(doc));
    doc.destroy();
    const changed = after.find(({ content }, index) => content !== before[index]?.content);
    return changed?.title || 'In the document';
  }
}

function sectionTexts(meeting: Meeting): { title: string; content: string }[] {
  return sections(meeting).map(({ heading, blocks }) => ({
    title: heading ? plainText(heading.title) : '',
    content: JSON.stringify([heading, blocks]),
  }));
}

/** Oldest first. @param memberId only what this member wrote; null for everybody's. */
export async function lateTexts(duet: Duet, id: string, memberId: string | null): Promise<readonly KeptText[]> {
  const records = await oldestFirst<LateRecord>(duet, id, 'late/');
  return records
    .filter((record) => memberId === null || record.memberId === memberId)
    .map(({ memberId: _, ...kept }) => kept);
}

/** Oldest first. */
export function rescuedTexts(duet: Duet, id: string): Promise<readonly KeptText[]> {
  return oldestFirst<KeptText>(duet, id, 'rescued/');
}

async function oldestFirst<T extends KeptText>(duet: Duet, id: string, prefix: string): Promise<readonly T[]> {
  const records = [...(await duet.store.records(id, prefix)).values()].map((bytes) => decodeJson<T>(bytes));
  return records.sort((a, b) => (a.at < b.at ? -1 : 1));
}
