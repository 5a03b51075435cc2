import { read, setAttributes } from '@duet/document';
import { type ActionItem, type ActionState, actionItems, type IsoDate } from '@duet/domain';
import type { Caller } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';
import { meetingChange } from '../records/meeting-file.ts';
import { stampOf } from '../records/names.ts';
import type { ActionChangeRecord } from '../records/types.ts';

export interface ActionPatch {
  readonly status?: ActionState | undefined;
  /** Null takes the owner away. */
  readonly owner?: string | null | undefined;
  readonly due?: IsoDate | null | undefined;
}

const FIELDS = ['status', 'owner', 'due'] as const;

/**
 * Moves an action, finalized or not (M32). What changed, who did it and when is stored together with the change;
 * the bytes of finalized revisions stay as they are.
 */
export async function changeAction(
  duet: Duet,
  id: string,
  actionId: string,
  by: Caller,
  patch: ActionPatch,
): Promise<ActionItem> {
  return duet.serial.run(id, async () => {
    const before = await findAction(duet, id, actionId);
    const at = duet.now();
    const changes = FIELDS.flatMap((field): ActionChangeRecord[] => {
      const [from, to] = [before[field], patch[field]];
      if (to === undefined || to === from) return [];
      return [{ actionId, field, from, to, at: at.toISOString(), by: by.name }];
    });
    if (changes.length === 0) return before;
    const attributes = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
    await duet.sync.edit(
      id,
      by.id,
      (doc) => setAttributes(doc, actionId, attributes),
      changes.map((change) => meetingChange(id, `action-change/${stampOf(at)}`, change)),
    );
    return findAction(duet, id, actionId);
  });
}

async function findAction(duet: Duet, id: string, actionId: string): Promise<ActionItem> {
  const doc = await duet.sync.read(id);
  const found = actionItems(read(doc)).find((action) => action.id === actionId);
  doc.destroy();
  if (!found) throw new Problem('not-found', 'This meeting has no action with this id. It may have been deleted.');
  return found;
}
