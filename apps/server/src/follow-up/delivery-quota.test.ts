import { expect, test } from 'vitest';
import { DeliveryQuota } from './delivery-quota.ts';

const HOUR = 3_600_000;

test('[M34] no more leave in any hour than a meeting, or all of them together, may send', () => {
  const quota = new DeliveryQuota({ deliveriesPerHour: 3, deliveriesPerMeetingHour: 2 });
  quota.take('a', 1000);
  quota.take('a', 2000);
  expect([quota.freeAt('a', 3000), quota.freeAt('b', 3000)]).toEqual([1000 + HOUR, 3000]);
  quota.take('b', 3000);
  expect(quota.freeAt('c', 4000)).toBe(1000 + HOUR);
  expect(quota.freeAt('a', 1000 + HOUR)).toBe(1000 + HOUR);
  quota.take('a', 1000 + HOUR);
  expect([quota.freeAt('a', 1001 + HOUR), quota.freeAt('c', 1001 + HOUR)]).toEqual([2000 + HOUR, 2000 + HOUR]);
});

test('[M34] what did not get through does not count', () => {
  const quota = new DeliveryQuota({ deliveriesPerHour: 2, deliveriesPerMeetingHour: 1 });
  quota.take('a', 1000);
  quota.take('b', 2000);
  quota.giveBack('a');
  expect([quota.freeAt('a', 3000), quota.freeAt('b', 3000)]).toEqual([3000, 2000 + HOUR]);
  quota.giveBack('nobody');
});
