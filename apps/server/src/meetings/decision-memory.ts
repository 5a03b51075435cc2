import { read } from '@duet/document';
import { type Decision, decisionLog, decisions, type IsoDate, type SeriesDecision } from '@duet/domain';
import type { Caller } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import type { MeetingFile } from '../records/meeting-file.ts';
import type { MeetingRecord } from '../records/types.ts';

interface Held {
  readonly id: string;
  readonly date: IsoDate | null;
  readonly decisions: readonly Decision[];
}

interface Known {
  readonly held: Held;
  readonly revisions: number;
  readonly status: MeetingRecord['status'];
  readonly readAt: number;
}

const REMEMBERED = 1000;
/** For what is open and nobody writes in; who comes from another meeting may be told a little late. */
const TRUSTED_MS = 60_000;

/** [M36] What was decided in the meetings of a series. Final ones are read once: nothing in their decisions moves. */
export class DecisionMemory {
  readonly #known = new Map<string, Known>();

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
    const { status, revisions } = record;
    const now = duet.now().getTime();
    const known = this.#known.get(id);
    if (known?.status === status && known.revisions === revisions) {
      const isQuiet = !duet.sync.present(id).some(({ mayWrite }) => mayWrite);
      if (status === 'finalized' || (isQuiet && now - known.readAt < TRUSTED_MS)) return known.held;
    }
    const doc = await duet.sync.read(id);
    const meeting = read(doc);
    doc.destroy();
    const held = { id, date: meeting.date, decisions: decisions(meeting) };
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(id, { held, revisions, status, readAt: now });
    return held;
  }
}
