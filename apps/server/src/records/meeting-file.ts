import { isDocumentName, ROLES, type Role } from '@duet/domain';
import { type Change, type DocumentStore, StorageError } from '@duet/storage';
import { quarantinedProblem } from '../problem.ts';
import { decodeJson, encodeJson } from './json.ts';
import type { KeyRecord, MeetingRecord, MemberRecord } from './types.ts';

/** A meeting's records as one looks at them: from the store, or from what is left of a damaged one. */
export interface MeetingFile {
  readonly id: string;
  readonly record: MeetingRecord;
  readonly quarantined: boolean;
  key(role: Role): Promise<KeyRecord | null>;
  member(id: string): Promise<MemberRecord | null>;
  members(): Promise<readonly MemberRecord[]>;
}

type Read = (name: string) => Promise<Uint8Array | null>;
type List = (prefix: string) => Promise<readonly Uint8Array[]>;

/** Finds meetings, whole or damaged. */
export class MeetingFiles {
  readonly #store: DocumentStore;
  /** A damaged document never changes again, so what is left of it is read once. */
  readonly #salvaged = new Map<string, Promise<ReadonlyMap<string, Uint8Array>>>();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** Null when there is no such meeting. @throws Problem `quarantined` when even its record or keys are unreadable. */
  async find(id: string): Promise<MeetingFile | null> {
    if (!isDocumentName(id)) return null;
    try {
      const bytes = await this.#store.record(id, 'meeting');
      return (
        bytes &&
        this.#file(id, bytes, false, {
          read: (name) => this.#store.record(id, name),
          list: async (prefix) => [...(await this.#store.records(id, prefix)).values()],
        })
      );
    } catch (error) {
      if (error instanceof StorageError && error.code === 'damaged') return this.#findDamaged(id);
      throw error;
    }
  }

  async #findDamaged(id: string): Promise<MeetingFile> {
    const records = await this.#leftOf(id);
    const bytes = records.get('meeting');
    const isWhole = ROLES.every((role) => records.has(`key/${role}`));
    if (!bytes || !isWhole) throw quarantinedProblem();
    return this.#file(id, bytes, true, {
      read: async (name) => records.get(name) ?? null,
      list: async (prefix) => [...records].flatMap(([name, value]) => (name.startsWith(prefix) ? [value] : [])),
    });
  }

  #leftOf(id: string): Promise<ReadonlyMap<string, Uint8Array>> {
    const known = this.#salvaged.get(id);
    if (known) return known;
    const left = this.#store.salvage(id).then(({ records }) => records);
    this.#salvaged.set(id, left);
    // A disk that could not be read for a moment must not keep facilitators out of what is left until a restart.
    left.catch(() => this.#salvaged.delete(id));
    return left;
  }

  #file(id: string, bytes: Uint8Array, quarantined: boolean, from: { read: Read; list: List }): MeetingFile {
    const read = async <T>(name: string): Promise<T | null> => {
      const found = await from.read(name);
      return found && decodeJson<T>(found);
    };
    return {
      id,
      quarantined,
      record: decodeJson<MeetingRecord>(bytes),
      key: (role) => read<KeyRecord>(`key/${role}`),
      member: (memberId) => read<MemberRecord>(`member/${memberId}`),
      members: async () => (await from.list('member/')).map((each) => decodeJson<MemberRecord>(each)),
    };
  }
}

/** A change to one record of a meeting. */
export function meetingChange(id: string, name: string, value: object | null): Change {
  return { kind: 'record', document: id, name, value: value && encodeJson(value) };
}

export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);
