import type { DocumentStore } from '@duet/storage';
import type { SyncServer } from '@duet/sync';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FollowUpQueue } from './follow-up/queue.ts';

export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  /** A page asked twice and shows other content than the server has (G15). */
  contentDiffered(): void;
  requestTook(labels: { method: string; status: string }, seconds: number): void;
}

/** Seconds: a commit takes about a millisecond. */
const QUICK = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5];
/** Awareness waits from 1 MiB on, and at 4 MiB a reader is given up. */
const BYTES = [0, 1024, 16_384, 65_536, 262_144, 1_048_576, 4_194_304];

/**
 * How often the lag of the event loop is looked at. Each look wakes the process: at prom-client's own 10 ms that is
 * most of what an idle server does, and a fifth of what a small meeting costs.
 */
const LAG_EVERY_MS = 500;

/** Figures in the text format of Prometheus. */
export function newMetrics(sync: SyncServer, store: DocumentStore, followUps: FollowUpQueue): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LAG_EVERY_MS });
  const requests = new Histogram({
    name: 'duet_http_request_seconds',
    help: 'How long requests took',
    labelNames: ['method', 'status'],
    registers: [registry],
  });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge('duet_rooms', 'Documents that are open', () => sync.stats().rooms);
  gauge('duet_sockets', 'Sockets that are connected', () => sync.stats().sockets);
  gauge('duet_buffered_bytes', 'Bytes that wait for slow readers', () => sync.stats().bufferedBytes);
  gauge('duet_commits_total', 'Commits of edits to the disk', () => sync.stats().commits);
  gauge(
    'duet_contradictions_total',
    'Updates refused because their client id is in use',
    () => sync.stats().contradictions,
  );
  gauge('duet_quarantined_documents', 'Documents that are closed because of damage', () => store.damage().length);
  new Gauge({
    name: 'duet_refused_frames_total',
    help: 'Frames that were refused',
    labelNames: ['reason'],
    registers: [registry],
    collect() {
      for (const [reason, count] of Object.entries(sync.stats().refusedFrames)) this.set({ reason }, count);
    },
  });
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name, help, buckets, registers: [registry] });
  const commits = histogram('duet_commit_seconds', 'From handing changes to the store until they were durable', QUICK);
  const fanOuts = histogram(
    'duet_fan_out_seconds',
    'From receiving an update until the last reader was sent it',
    QUICK,
  );
  const slowest = histogram('duet_fan_out_buffered_bytes', 'What waited for the slowest reader after a turn', BYTES);
  const differences = new Counter({
    name: 'duet_content_differences_total',
    help: 'Pages that showed other content than the server has',
    registers: [registry],
  });
  const deliveries = new Counter({
    name: 'duet_follow_up_attempts_total',
    help: 'Attempts to deliver a follow-up: sent, to be tried again, or given up',
    labelNames: ['channel', 'outcome'],
    registers: [registry],
  });
  followUps.observe({ attempted: (channel, outcome) => deliveries.inc({ channel, outcome }) });
  sync.observe({
    committed: (seconds) => commits.observe(seconds),
    fannedOut(seconds, bufferedBytes) {
      fanOuts.observe(seconds);
      slowest.observe(bufferedBytes);
    },
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    contentDiffered: () => differences.inc(),
    requestTook: (labels, seconds) => requests.observe(labels, seconds),
  };
}
