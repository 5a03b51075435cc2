import type { Role } from '@duet/domain';
import { exporters } from '@duet/export';
import type { RecognisedCounts } from '@duet/export/import';
import type { Verdict } from '@duet/storage';
import type { Duet } from '../duet.ts';
import { newMeetingView } from '../http/meeting-view.ts';
import { importUnattended, type Source } from '../meetings/import-text.ts';
import { liveInput } from '../meetings/revisions.ts';
import { Problem, quarantinedProblem } from '../problem.ts';

/** What the commands do to a data folder, whether a running server owns it or the command itself. */
export interface Maintenance {
  /** A consistent copy of everything, with a checksum at its end. */
  backup(): AsyncIterable<Uint8Array>;
  verify(): AsyncIterable<Verdict>;
  /** The names of the documents that became smaller, as they do. @param document only this one */
  compact(document: string | null): AsyncIterable<string>;
  /** @throws Problem */
  export(meeting: string, format: string): Promise<Uint8Array>;
  /** Makes a meeting of notes; whoever opens its facilitators' link leads it. @throws Problem */
  import(source: Source): Promise<ImportedMeeting>;
  close(): Promise<void>;
}

export interface ImportedMeeting {
  readonly id: string;
  readonly title: string;
  readonly links: Readonly<Record<Role, string>>;
  readonly recognised: RecognisedCounts;
}

export function maintenanceOf(duet: Duet): Omit<Maintenance, 'close'> {
  return {
    backup: () => duet.store.backup(),
    verify: () => duet.store.verify(),
    async *compact(document) {
      for (const each of await compactable(duet, document)) if (await duet.sync.compact(each)) yield each;
    },
    async export(meeting, format) {
      const exporter = Object.entries(exporters).find(([name]) => name === format)?.[1];
      const file = exporter && (await duet.files.find(meeting));
      if (!exporter) throw new Problem('bad-request', `There is no format ${format}.`);
      if (!file) throw new Problem('not-found', `There is no meeting ${meeting}.`);
      if (file.quarantined) throw quarantinedProblem();
      return duet.renders.render(exporter, await liveInput(duet, meeting));
    },
    async import(source) {
      const { meeting, recognised } = await importUnattended(duet, source);
      const { publicOrigin, port } = duet.config;
      const { links } = newMeetingView(meeting, publicOrigin ?? `http://localhost:${port}`);
      return { id: meeting.id, title: meeting.title, links, recognised };
    },
  };
}

/** The meetings; nothing else has updates. Damaged documents are left as they are. */
async function compactable(duet: Duet, document: string | null): Promise<readonly string[]> {
  const meetings: string[] = [];
  for (const each of document === null ? await duet.store.documents() : [document]) {
    const file = await duet.files.find(each).catch((error: unknown) => {
      if (document !== null) throw error;
      return null;
    });
    if (file && !file.quarantined) meetings.push(each);
    else if (file && document !== null) throw quarantinedProblem();
  }
  if (document !== null && meetings.length === 0) throw new Problem('not-found', `There is no meeting ${document}.`);
  return meetings;
}
