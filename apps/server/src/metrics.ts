import type { DocumentStore } from '@duet/storage';
import type { SyncServer } from '@duet/sync';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  requestTook(labels: { method: string; status: string }, seconds: number): void;
}

/** Figures in the text format of Prometheus. */
export function newMetrics(sync: SyncServer, store: DocumentStore): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
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
  gauge('duet_refused_frames_total', 'Frames that were refused', () => sync.stats().refusedFrames);
  gauge('duet_commits_total', 'Commits of edits to the disk', () => sync.stats().commits);
  gauge(
    'duet_contradictions_total',
    'Updates refused because their client id is in use',
    () => sync.stats().contradictions,
  );
  gauge('duet_quarantined_documents', 'Documents that are closed because of damage', () => store.damage().length);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    requestTook: (labels, seconds) => requests.observe(labels, seconds),
  };
}
