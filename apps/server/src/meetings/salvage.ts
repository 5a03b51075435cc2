import { read } from '@duet/document';
import { isoDateOf } from '@duet/domain';
import { exporters } from '@duet/export';
import * as Y from 'yjs';
import type { Duet } from '../duet.ts';
import type { MeetingFile } from '../records/meeting-file.ts';

const NOTICE =
  '> A part of this meeting was damaged on the disk. This is what can still be read of it; ' +
  'words and rows may be missing.\n\n';

/** What can still be read of a damaged meeting, as Markdown. */
export async function salvageMeeting(duet: Duet, { id, record }: MeetingFile): Promise<Uint8Array> {
  const { states } = await duet.store.salvage(id);
  const doc = new Y.Doc();
  for (const state of states) applyReadable(doc, state);
  const meeting = read(doc);
  doc.destroy();
  const today = isoDateOf(duet.now().getTime());
  const body = await duet.renders.render(exporters.md, { meeting, id, status: record.status, revision: null, today });
  return Buffer.concat([Buffer.from(NOTICE), body]);
}

/** One update that cannot be decoded must not cost the others. */
function applyReadable(doc: Y.Doc, state: Uint8Array): void {
  try {
    Y.applyUpdate(doc, state);
  } catch {
    return;
  }
}
