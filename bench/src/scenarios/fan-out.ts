import { marksIn, Reader, Writer } from '../client.ts';
import { percentile, seconds } from '../figures.ts';
import type { RunningPeer } from '../peer.ts';

export interface FanOut {
  /** Server processor time a delivered update, in microseconds. */
  readonly cpuPerDelivery: number;
  /** Key press to the frame at another socket, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Share of the updates that the observed readers got. */
  readonly delivered: number;
  /** What was really written, all writers together. */
  readonly updatesPerSecond: number;
}

const OBSERVED = 4;
const WARM_UP = 20;

/** `writers` type at `rate` updates a second each while `readers` listen, for `duration` seconds. */
export async function fanOut(
  running: RunningPeer,
  load: { readers: number; writers: number; rate: number; duration: number },
): Promise<FanOut> {
  const room = await running.open(`fan-out-${load.readers}-${load.writers}`);
  const readers = await Promise.all(Array.from({ length: load.readers }, () => Reader.connect(room)));
  const sockets = await Promise.all(Array.from({ length: load.writers }, () => Reader.connect(room)));
  const writers = sockets.map((socket, index) => new Writer(socket, index));
  for (const writer of writers) writer.prepare(WARM_UP + Math.ceil(load.rate * load.duration));
  const sentAt = new Map<string, number>();
  const latencies: number[] = [];
  for (const reader of readers.slice(0, OBSERVED)) {
    reader.onFrame = (frame) => {
      const now = performance.now();
      for (const mark of marksIn(frame)) {
        const sent = sentAt.get(mark);
        if (sent !== undefined) latencies.push(now - sent);
      }
    };
  }
  const type = (): void => {
    for (const writer of writers) {
      const now = performance.now();
      sentAt.set(writer.type(), now);
    }
  };
  // Warm up, then measure.
  for (let round = 0; round < WARM_UP; round++) {
    type();
    await seconds(1 / load.rate);
  }
  await seconds(0.5);
  sentAt.clear();
  latencies.length = 0;
  const cpu = running.cpuMs();
  const start = performance.now();
  const end = start + load.duration * 1000;
  let next = start;
  while (performance.now() < end) {
    type();
    next += 1000 / load.rate;
    await seconds(Math.max(0, (next - performance.now()) / 1000));
  }
  const elapsed = (performance.now() - start) / 1000;
  await seconds(0.5);
  const spent = running.cpuMs() - cpu;
  const deliveries = sentAt.size * (load.readers + load.writers - 1);
  await Promise.all([...readers, ...sockets].map((reader) => reader.close()));
  return {
    cpuPerDelivery: (spent * 1000) / deliveries,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    delivered: latencies.length / (sentAt.size * OBSERVED),
    updatesPerSecond: sentAt.size / elapsed,
  };
}
