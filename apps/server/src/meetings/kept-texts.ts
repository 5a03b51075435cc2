import { createHash } from 'node:crypto';
import { read } from '@duet/document';
import { type Meeting, plainText, sections } from '@duet/domain';
import type { DocumentStore } from '@duet/storage';
import type { LateUpdate, RescuedText } from '@duet/sync';
import * as Y from 'yjs';
import { encodeJson } from '../records/json.ts';
import type { MeetingFiles } from '../records/meeting-file.ts';
import type { Author, LateRecord, RescuedRecord } from '../records/types.ts';
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
    const rescued: RescuedRecord = { id: key, author: by, at: this.#now().toISOString(), place, text };
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
    const after = textsWith(doc, update);
    doc.destroy();
    const changed = after.find(({ content }, index) => content !== before[index]?.content);
    return changed?.title || 'In the document';
  }
}

/**
 * A late edit was never judged: it may nest deeper than anybody can read. Its place is a courtesy, and must cost
 * neither the edit nor the room that waits for it.
 */
function textsWith(doc: Y.Doc, update: Uint8Array): ReturnType<typeof sectionTexts> {
  try {
    Y.applyUpdate(doc, update);
    return sectionTexts(read(doc));
  } catch {
    return [];
  }
}

function sectionTexts(meeting: Meeting): { title: string; content: string }[] {
  return sections(meeting).map(({ heading, blocks }) => ({
    title: heading ? plainText(heading.title) : '',
    content: JSON.stringify([heading, blocks]),
  }));
}
