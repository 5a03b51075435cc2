import type { DocumentStore } from '@duet/storage';
import type { SyncServer } from '@duet/sync';
import type { Callers } from './auth/caller.ts';
import type { Config } from './config/config.ts';
import type { DeliveryQuota } from './follow-up/delivery-quota.ts';
import type { FollowUpQueue } from './follow-up/queue.ts';
import type { Log } from './log.ts';
import type { DecisionMemory } from './meetings/decision-memory.ts';
import type { Renders } from './meetings/renders.ts';
import type { Summaries } from './meetings/summaries.ts';
import type { MeetingFiles } from './records/meeting-file.ts';
import type { People } from './records/people.ts';
import type { SeriesRecords } from './records/series.ts';
import type { Serial } from './serial.ts';

/** Everything that the requests of one running server share. */
export interface Duet {
  readonly config: Config;
  readonly log: Log;
  readonly now: () => Date;
  readonly store: DocumentStore;
  readonly sync: SyncServer;
  readonly files: MeetingFiles;
  readonly people: People;
  readonly series: SeriesRecords;
  readonly callers: Callers;
  readonly summaries: Summaries;
  readonly decisions: DecisionMemory;
  readonly renders: Renders;
  readonly followUps: FollowUpQueue;
  /** How many messages may still leave. */
  readonly quota: DeliveryQuota;
  /** One change at a time to the records of a meeting or series; the key is its id. */
  readonly serial: Serial;
}
