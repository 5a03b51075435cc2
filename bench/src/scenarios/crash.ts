import type { PowerCut } from '@duet/storage/testing/power-cut';
import { marksIn, Reader, Writer } from '../client.ts';
import { seconds } from '../figures.ts';
import type { RunningPeer } from '../peer.ts';

export interface Crash {
  /** Updates that another person had already seen, and how many of them are gone after kill -9. */
  readonly seen: number;
  readonly lost: number;
}

/**
 * One round: one person types at `rate` a second, another looks on, the server is killed in the middle.
 * @param power the power goes as well: what was not synced is gone.
 */
export async function crash(
  running: RunningPeer,
  rate: number,
  duration: number,
  power: PowerCut | null,
): Promise<Crash> {
  if (power) {
    await running.end('SIGTERM');
    power.start(running.data);
    await running.start(power.environment);
  }
  const room = await running.open(`crash-${rate}-${Math.random().toString(36).slice(2, 8)}`);
  const writer = new Writer(await Reader.connect(room), 0);
  const reader = await Reader.connect(room);
  const seen = new Set<string>();
  reader.onFrame = (frame) => {
    for (const mark of marksIn(frame)) seen.add(mark);
  };
  const start = performance.now();
  let elapsed = 0;
  for (let typed = 0; elapsed < duration; elapsed = (performance.now() - start) / 1000) {
    for (; typed < elapsed * rate; typed++) writer.type();
    await seconds(0.002);
  }
  await running.end('SIGKILL');
  power?.cut(running.data, () => 0);
  await seconds(0.05);
  await running.start();
  const kept = new Set<string>();
  const after = await Reader.connect(room, (frame) => {
    for (const mark of marksIn(frame)) kept.add(mark);
  });
  await seconds(1.5);
  await after.close();
  return { seen: seen.size, lost: [...seen].filter((mark) => !kept.has(mark)).length };
}
