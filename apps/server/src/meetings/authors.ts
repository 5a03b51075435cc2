import { callerOf, keyHolder } from '../auth/caller.ts';
import { isRole, type MeetingFiles } from '../records/meeting-file.ts';
import type { Author } from '../records/types.ts';

const UNKNOWN: Author = { name: 'Unknown', side: 'other' };

/** Says who an actor of the log is. Members who were removed keep their name. */
export class Authors {
  readonly #files: MeetingFiles;
  readonly #id: string;
  readonly #known = new Map<string, Author>();

  constructor(files: MeetingFiles, meetingId: string) {
    this.#files = files;
    this.#id = meetingId;
  }

  async of(actor: string): Promise<Author> {
    const known = this.#known.get(actor) ?? (await this.#find(actor));
    this.#known.set(actor, known);
    return known;
  }

  async #find(actor: string): Promise<Author> {
    const role = actor.startsWith('key:') ? actor.slice('key:'.length) : '';
    if (isRole(role)) return authorOf(keyHolder(role));
    const member = await (await this.#files.find(this.#id))?.member(actor);
    return member ? authorOf(callerOf(member)) : UNKNOWN;
  }
}

function authorOf({ name, side }: { name: string; side: string }): Author {
  return { name, side: side as Author['side'] };
}
