import { type DocumentStore, StorageError } from '@duet/storage';
import { createSyncServer } from '@duet/sync';
import { Callers } from './auth/caller.ts';
import type { Config } from './config/config.ts';
import type { Duet } from './duet.ts';
import { DeliveryQuota } from './follow-up/delivery-quota.ts';
import { FollowUpQueue, type QueueOptions } from './follow-up/queue.ts';
import type { Log } from './log.ts';
import { DecisionMemory } from './meetings/decision-memory.ts';
import { KeptTexts } from './meetings/kept-texts.ts';
import { RenderThread } from './meetings/render-thread.ts';
import { Renders } from './meetings/renders.ts';
import { Summaries } from './meetings/summaries.ts';
import { MeetingFiles } from './records/meeting-file.ts';
import { People } from './records/people.ts';
import { SeriesRecords } from './records/series.ts';
import { Serial } from './serial.ts';

export interface DuetOptions {
  readonly config: Config;
  /** Open, and closed by whoever opened it. */
  readonly store: DocumentStore;
  readonly log: Log;
  /** The store failed: nothing can be saved any more, and the process must end (G6). */
  readonly onFatal: (error: Error) => void;
  readonly now?: () => Date;
  readonly followUps?: QueueOptions;
}

/** The parts over one store, wired together. Nothing listens yet. */
export function wireDuet(options: DuetOptions): Duet {
  const { config, store, log, onFatal, now = () => new Date() } = options;
  const files = new MeetingFiles(store);
  const people = new People(store, now);
  const kept = new KeptTexts(store, files, now, config.limits.documentBytes);
  const sync = createSyncServer({
    store,
    logger: log,
    limits: config.limits,
    async settings(document) {
      const file = await files.find(document);
      if (file === null || file.quarantined) throw new StorageError('damaged', `${document} cannot be opened.`);
      return { schema: String(file.record.schemaVersion), locked: file.record.status === 'finalized' };
    },
    onLateUpdate: (late) => kept.keepLate(late),
    onRescue: (rescued) => kept.keepRescued(rescued),
    onFatal,
  });
  const duet: Duet = {
    config,
    log,
    now,
    store,
    sync,
    files,
    people,
    series: new SeriesRecords(store),
    callers: new Callers(files, people),
    summaries: new Summaries(sync, now),
    decisions: new DecisionMemory(),
    renders: new Renders(new RenderThread()),
    serial: new Serial(),
    quota: new DeliveryQuota(config.limits),
    followUps: new FollowUpQueue(() => duet, now, options.followUps),
  };
  return duet;
}
