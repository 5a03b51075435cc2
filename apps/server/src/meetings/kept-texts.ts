import { createHash } from 'node:crypto';
import type { DocumentStore } from '@duet/storage';
import type { LateUpdate, RescuedText } from '@duet/sync';
import { decodeJson, encodeJson } from '../records/json.ts';
import type { MeetingFiles } from '../records/meeting-file.ts';
import type { Author, LateRecord, LateTotalRecord, RescuedRecord } from '../records/types.ts';
import { Authors } from './authors.ts';

/** Where the sync server hands over words that did not make it into the document (G12, G14). */
export class KeptTexts {
  readonly #store: DocumentStore;
  readonly #files: MeetingFiles;
  readonly #now: () => Date;
  readonly #lateBytes: number;

  /** @param lateBytes once the late edits of a meeting take up so much, no further one is kept. */
  constructor(store: DocumentStore, files: MeetingFiles, now: () => Date, lateBytes: number) {
    this.#store = store;
    this.#files = files;
    this.#now = now;
    this.#lateBytes = lateBytes;
  }

  /**
   * An edit to a finalized meeting: its words for people, its bytes so that nothing of it is lost. A client that comes
   * back sends the same edit again; it is kept once. The room waits meanwhile, so its place is looked up when
   * somebody reads the list.
   *
   * What is kept for ever must have an end. The last one may exceed it: it may be a whole document, written offline.
   * @throws when there is no room for more; its writer is told to copy the text.
   */
  async keepLate({ document, member, update, text }: LateUpdate): Promise<void> {
    const id = createHash('sha256').update(member.id).update(update).digest('base64url');
    if ((await this.#store.record(document, `late/${id}`)) !== null) return;
    const total = await this.#store.record(document, 'late-total');
    const bytes = total ? decodeJson<LateTotalRecord>(total).bytes : 0;
    if (bytes >= this.#lateBytes) throw new Error(`the late edits of ${document} take up ${bytes} bytes already`);
    const at = this.#now().toISOString();
    const author: Author = { name: member.name, side: member.side as Author['side'] };
    const late: LateRecord = { id, memberId: member.id, author, at, text };
    const record = encodeJson(late);
    const after: LateTotalRecord = { bytes: bytes + record.byteLength + update.byteLength };
    await this.#store.commit([
      { kind: 'record', document, name: `late/${id}`, value: record },
      { kind: 'record', document, name: `late-bytes/${id}`, value: update },
      { kind: 'record', document, name: 'late-total', value: encodeJson(after) },
    ]);
  }

  /** A loss that is found again after a crash is kept once. */
  async keepRescued({ document, author, text, place, key }: RescuedText): Promise<void> {
    if ((await this.#store.record(document, `rescued/${key}`)) !== null) return;
    const by = await new Authors(this.#files, document).of(author);
    const rescued: RescuedRecord = { id: key, author: by, at: this.#now().toISOString(), place, text };
    await this.#store.commit([{ kind: 'record', document, name: `rescued/${key}`, value: encodeJson(rescued) }]);
  }
}
