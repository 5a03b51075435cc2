import type { Audience } from '@duet/domain';
import type { Caller } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';
import type { MeetingFile } from '../records/meeting-file.ts';
import { channelsOf } from './channels.ts';
import { newDeliveries, triedFrom } from './deliveries.ts';
import { deliveriesOf, deliveryChanges, followUpChange, followUpsOf } from './follow-up-records.ts';
import type { DeliveryRecord, FollowUpRecord } from './types.ts';

/** The follow-up that an audience is owed now. @throws Problem */
export async function currentFollowUp(duet: Duet, id: string, audience: Audience): Promise<FollowUpRecord> {
  const file = await duet.files.find(id);
  if (file?.record.status !== 'finalized') {
    throw new Problem('not-finalized', 'What is sent is the final notes. Finalize the meeting first.');
  }
  const { revisions } = file.record;
  const found = (await followUpsOf(duet.store, id)).find(
    (each) => each.revision === revisions && each.audience === audience,
  );
  if (!found)
    throw new Problem('not-found', 'Nothing is owed to this audience: it was finalized before there was a follow-up.');
  if (found.state === 'nothing') {
    throw new Problem('not-found', 'No decision of this meeting changes the sprint plan, so there is nothing to tell.');
  }
  return found;
}

/**
 * Sends to everybody of an audience who does not have it yet, at once: what was never tried, what waits for its next
 * attempt, and what was given up. Each keeps its id, so that asking twice sends nothing twice.
 * @throws Problem `no-channel`
 */
export async function sendNow(duet: Duet, file: MeetingFile, audience: Audience, by: Caller): Promise<void> {
  await duet.serial.run(file.id, async () => {
    const followUp = await currentFollowUp(duet, file.id, audience);
    const channels = (await channelsOf(duet.store, file))[audience];
    if (channels.length === 0) {
      throw new Problem(
        'no-channel',
        'No channel is set up for this audience. Set one up, or copy the notes and send them yourself.',
      );
    }
    const now = duet.now().getTime();
    const known = await deliveriesOf(duet.store, file.id);
    const theirs = known.filter((each) => each.revision === followUp.revision && each.audience === audience);
    const isOf = (a: DeliveryRecord) => (b: DeliveryRecord) => a.channel === b.channel && a.to === b.to;
    const wanted = newDeliveries(followUp, channels, by.name, now);
    const fresh = wanted.filter((each) => !theirs.some(isOf(each)));
    const again = theirs
      .filter(({ state }) => state !== 'sent' && state !== 'sending')
      .map((each): DeliveryRecord => {
        if (!wanted.some(isOf(each))) return { ...each, state: 'withdrawn' };
        return { ...each, state: 'waiting', by: by.name, attempts: 0, ...triedFrom(now) };
      });
    const opened = followUp.state === 'skipped' ? [followUpChange(file.id, { ...followUp, state: 'open' })] : [];
    const changes = [...opened, ...deliveryChanges(duet.store, file.id, known, [...fresh, ...again])];
    if (changes.length > 0) await duet.store.commit(changes);
  });
  await duet.followUps.wake(file.id);
}

/** Somebody sent it in their own way; null takes the word back. */
export async function markSent(duet: Duet, id: string, audience: Audience, by: Caller | null): Promise<void> {
  await duet.serial.run(id, async () => {
    const followUp = await currentFollowUp(duet, id, audience);
    if ((followUp.marked === null) === (by === null)) return;
    const marked = by && { at: duet.now().toISOString(), by: by.name };
    const state = by ? 'open' : followUp.state;
    const known = await deliveriesOf(duet.store, id);
    const waiting = known.filter(
      (each) => each.revision === followUp.revision && each.audience === audience && each.state === 'waiting',
    );
    const withdrawn = by ? waiting.map((each): DeliveryRecord => ({ ...each, state: 'withdrawn' })) : [];
    await duet.store.commit([
      followUpChange(id, { ...followUp, marked, state }),
      ...deliveryChanges(duet.store, id, known, withdrawn),
    ]);
  });
}
