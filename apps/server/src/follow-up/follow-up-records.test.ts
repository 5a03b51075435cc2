import { openLevelStore } from '@duet/storage/level';
import { expect, test } from 'vitest';
import { newLog } from '../log.ts';
import { temporaryFolder } from '../testing/harness.ts';
import { newDeliveries } from './deliveries.ts';
import { deliveryChanges, meetingsWithWork } from './follow-up-records.ts';

const MEETING = 'a-meeting-of-the-week-1';
const channel = { id: 'one', kind: 'slack', url: 'https://chat.example/' } as const;
const [delivery] = newDeliveries({ revision: 1, audience: 'engineering' }, [channel], null, 0);

async function openStore() {
  return openLevelStore({ folder: await temporaryFolder(), logger: newLog('silent') });
}

test('[M34] a meeting is listed for as long as it has a delivery that is not finished', async () => {
  const store = await openStore();
  if (!delivery) throw new Error('No delivery.');
  await store.commit(deliveryChanges(store, MEETING, [], [delivery]));
  expect(await meetingsWithWork(store)).toEqual([MEETING]);
  await store.commit(deliveryChanges(store, MEETING, [delivery], [{ ...delivery, state: 'sent' }]));
  expect(await meetingsWithWork(store)).toEqual([]);
  await store.close();
});

test('[M34] where the list is damaged, meetings go on without it, and each is looked at', async () => {
  const store = await openStore();
  if (!delivery) throw new Error('No delivery.');
  await store.commit(deliveryChanges(store, MEETING, [], [delivery]));
  const damage = () => [{ document: 'queue:follow-up', head: 1, damage: 'gone', note: null }];
  const damaged = new Proxy(store, {
    get: (real, name) => (name === 'damage' ? damage : Reflect.get(real, name).bind(real)),
  });
  expect(await meetingsWithWork(damaged)).toEqual([MEETING]);
  const changes = deliveryChanges(damaged, MEETING, [delivery], [{ ...delivery, state: 'sent' }]);
  expect(changes.map(({ document }) => document)).toEqual([MEETING]);
  await store.close();
});
