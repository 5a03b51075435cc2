import type { Side } from '@duet/domain';
import { type Change, type DocumentStore, StorageError } from '@duet/storage';
import { SESSION_SECONDS } from '../auth/cookies.ts';
import { hashSecret, newSecret } from '../auth/secrets.ts';
import { decodeJson, encodeJson } from './json.ts';
import { newName, personDocument } from './names.ts';
import type { ListedRecord, PersonRecord, SessionRecord } from './types.ts';

/** A session token is `<person id>.<192 random bits>`; only the hash of the second part is stored. */
const SEPARATOR = '.';

export type PersonDetails = Readonly<{ name: string; side: Side }>;

/** People, their sessions, and what each of them sees at home. */
export class People {
  readonly #store: DocumentStore;
  readonly #now: () => Date;

  constructor(store: DocumentStore, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** A new person who is signed in with the returned token. */
  async signIn(details: PersonDetails): Promise<{ person: PersonRecord; token: string }> {
    const person = { id: newName(), ...details };
    const secret = newSecret();
    const expiresAt = new Date(this.#now().getTime() + SESSION_SECONDS * 1000).toISOString();
    const session: SessionRecord = { expiresAt };
    await this.#store.commit([
      record(person.id, 'person', person),
      record(person.id, `session/${hashSecret(secret)}`, session),
    ]);
    return { person, token: `${person.id}${SEPARATOR}${secret}` };
  }

  async rename(id: string, details: PersonDetails): Promise<PersonRecord> {
    const person = { id, ...details };
    await this.#store.commit([record(id, 'person', person)]);
    return person;
  }

  /** Whose session it is. Null for an unknown or expired token, and where the person's own document is damaged. */
  async ofToken(token: string | null): Promise<PersonRecord | null> {
    const [id = '', secret = '', ...rest] = token?.split(SEPARATOR) ?? [];
    const document = personDocument(id);
    if (document === null || secret === '' || rest.length > 0) return null;
    try {
      const session = await this.#store.record(document, `session/${hashSecret(secret)}`);
      const person = session && (await this.#store.record(document, 'person'));
      if (!session || !person) return null;
      const { expiresAt } = decodeJson<SessionRecord>(session);
      return expiresAt > this.#now().toISOString() ? decodeJson<PersonRecord>(person) : null;
    } catch (error) {
      if (error instanceof StorageError && error.code === 'damaged') return null;
      throw error;
    }
  }

  /** The ids of the person's meetings or series, newest first. */
  async listed(id: string, kind: 'meeting' | 'series'): Promise<readonly ListedRecord[]> {
    const document = personDocument(id);
    const records = document === null ? new Map() : await this.#store.records(document, `${kind}/`);
    return [...records.values()]
      .map((bytes) => decodeJson<ListedRecord>(bytes))
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  /**
   * Puts a meeting or series on the person's list, or (null) takes it off. Nothing where the person's own document is
   * damaged: that must not keep anybody from removing them, or from starting the next meeting without them.
   */
  list(id: string, kind: 'meeting' | 'series', entryId: string, entry: ListedRecord | null): Change[] {
    const damaged = this.#store.damage().some(({ document }) => document === personDocument(id));
    return damaged ? [] : [record(id, `${kind}/${entryId}`, entry)];
  }
}

function record(id: string, name: string, value: object | null): Change {
  return { kind: 'record', document: `person:${id}`, name, value: value && encodeJson(value) };
}
