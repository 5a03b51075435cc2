import { read } from '@duet/document';
import { type Decision, decisionLog, decisions, type IsoDate, type SeriesDecision } from '@duet/domain';
import type { Caller } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import type { MeetingFile } from '../records/meeting-file.ts';

interface Held {
  readonly id: string;
  readonly date: IsoDate | null;
  readonly decisions: readonly Decision[];
}

const REMEMBERED = 1000;

/** [M36] What was decided in the meetings of a series. Final ones are read once: nothing in their decisions moves. */
export class DecisionMemory {
  readonly #final = new Map<string, Held>();

  /**
   * The decisions of the other meetings of its series that the caller may read. A meeting that is damaged is left out, and
   * whoever came by a bare key belongs to one meeting alone.
   */
  async around(duet: Duet, { id, record }: MeetingFile, caller: Caller): Promise<readonly SeriesDecision[]> {
    if (record.seriesId === null || !caller.isPerson) return [];
    const listed = await duet.series.meetings(record.seriesId).catch(() => []);
    const held: Held[] = [];
    for (const { id: other } of listed) {
      const file = other === id ? null : await duet.files.find(other).catch(() => null);
      if (file === null || file.quarantined) continue;
      const member = await file.member(caller.id);
      if (member === null || member.revokedAt !== null) continue;
      const found = await this.#heldIn(duet, file).catch(() => null);
      if (found !== null) held.push(found);
    }
    return decisionLog(held);
  }

  async #heldIn(duet: Duet, { id, record }: MeetingFile): Promise<Held> {
    const key = record.status === 'finalized' ? `${id} ${record.revisions}` : null;
    const known = key === null ? undefined : this.#final.get(key);
    if (known !== undefined) return known;
    const doc = await duet.sync.read(id);
    const meeting = read(doc);
    doc.destroy();
    const held = { id, date: meeting.date, decisions: decisions(meeting) };
    if (key !== null) {
      if (this.#final.size >= REMEMBERED) this.#final.clear();
      this.#final.set(key, held);
    }
    return held;
  }
}
