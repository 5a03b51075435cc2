import type { Change, DocumentStore } from '@duet/storage';
import { decodeJson, encodeJson } from './json.ts';
import { newName, numbered, seriesDocument } from './names.ts';
import type { ListedRecord, SeriesRecord } from './types.ts';

/** Meetings that repeat, and which meetings were held. */
export class SeriesRecords {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async create(
    title: string,
    createdBy: string,
    createdAt: string,
    alongside: (id: string) => readonly Change[],
  ): Promise<SeriesRecord> {
    const series = { id: newName(), title, createdAt, createdBy };
    await this.#store.commit([record(series.id, 'series', series), ...alongside(series.id)]);
    return series;
  }

  async find(id: string): Promise<SeriesRecord | null> {
    const document = seriesDocument(id);
    const bytes = document && (await this.#store.record(document, 'series'));
    return bytes ? decodeJson<SeriesRecord>(bytes) : null;
  }

  /** A series that is not there any more stays so. */
  async setEscalation(id: string, escalateTo: string): Promise<void> {
    const series = await this.find(id);
    if (series === null || series.escalateTo === escalateTo) return;
    await this.#store.commit([record(id, 'series', { ...series, escalateTo })]);
  }

  /** Oldest first. */
  async meetings(id: string): Promise<readonly ListedRecord[]> {
    const records = await this.#store.records(`series:${id}`, 'meeting/');
    return [...records.values()].map((bytes) => decodeJson<ListedRecord>(bytes));
  }

  /** Adds the `position`th meeting (from 0). */
  add(id: string, position: number, entry: ListedRecord): Change {
    return record(id, `meeting/${numbered(position)}`, entry);
  }
}

function record(id: string, name: string, value: object): Change {
  return { kind: 'record', document: `series:${id}`, name, value: encodeJson(value) };
}
