import { read } from '@duet/document';
import { type Meeting, plainText, sections } from '@duet/domain';
import type { DocumentStore } from '@duet/storage';
import type { LateUpdate, RescuedText } from '@duet/sync';
import * as Y from 'yjs';
import type { Duet } from '../duet.ts';
import { decodeJson, encodeJson } from '../records/json.ts';
import type { MeetingFiles } from '../records/meeting-file.ts';
import { stampOf } from '../records/names.ts';
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

  /** An edit to a finalized meeting: its words for people, its bytes so that nothing of it is lost. */
  async keepLate({ document, member, update, text }: LateUpdate): Promise<void> {
    const at = this.#now();
    const id = stampOf(at);
    const author: Author = { name: member.name, side: member.side as Author['side'] };
    const place = await this.#placeOf(document, update);
    const late: LateRecord = { id, memberId: member.id, author, at: at.toISOString(), place, text };
    await this.#store.commit([
      { kind: 'record', document, name: `late/${id}`, value: encodeJson(late) },
      { kind: 'record', document, name: `late-bytes/${id}`, value: update },
    ]);
  }

  async keepRescued({ document, author, text, place }: RescuedText): Promise<void> {
    const at = this.#now();
    const id = stampOf(at);
    const by = await new Authors(this.#files, document).of(author);
    const rescued: KeptText = { id, author: by, at: at.toISOString(), place, text };
    await this.#store.commit([{ kind: 'record', document, name: `rescued/${id}`, value: encodeJson(rescued) }]);
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
  const records = [...(await duet.store.records(id, 'late/')).values()].map((bytes) => decodeJson<LateRecord>(bytes));
  return records
    .filter((record) => memberId === null || record.memberId === memberId)
    .map(({ memberId: _, ...kept }) => kept);
}

/** Oldest first. */
export async function rescuedTexts(duet: Duet, id: string): Promise<readonly KeptText[]> {
  return [...(await duet.store.records(id, 'rescued/')).values()].map((bytes) => decodeJson<KeptText>(bytes));
}
