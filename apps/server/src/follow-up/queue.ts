import { StorageError } from '@duet/storage';
import type { Duet } from '../duet.ts';
import { waitAfter } from './backoff.ts';
import { channelsOf, recipientsOf } from './channels.ts';
import { compose } from './compose.ts';
import { ATTEMPT_MS, deliver } from './delivery/deliver.ts';
import { failure, type Outcome } from './delivery/outcome.ts';
import type { DeliveryQuota } from './delivery-quota.ts';
import {
  deliveriesOf,
  deliveryChanges,
  deliveryName,
  deliveryOf,
  followUpsOf,
  meetingsWithWork,
} from './follow-up-records.ts';
import { realTimers, type Timers } from './timers.ts';
import { type ChannelKind, type DeliveryRecord, isUnfinished } from './types.ts';

/** At a time, over all meetings. */
const SIDE_BY_SIDE = 4;
/** What is under way when the server stops gets this long to end by itself. */
const STOP_MS = 2000;

export interface QueueObserver {
  /** An attempt ended. */
  attempted(channel: ChannelKind, outcome: 'sent' | 'retry' | 'failed'): void;
}

export interface QueueOptions {
  readonly timers?: Timers;
  /** 0 to 1, for the spread of retries. */
  readonly random?: () => number;
  /** How long an attempt may take, in milliseconds. */
  readonly attemptMs?: number;
}

interface Job {
  readonly meeting: string;
  /** Of the record. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Sends what is due, and again what failed, until it is sent or its time is over.
 *
 * A delivery is recorded as `sending` before its first byte leaves and as what became of it afterwards. A server that
 * finds one `sending` when it starts was killed in between: whether the recipient has it, nobody knows. It is sent
 * again under the same id, which receivers can tell a repetition by, and from then on says that it may have gone twice.
 */
export class FollowUpQueue {
  readonly #duet: () => Duet;
  readonly #timers: Timers;
  readonly #random: () => number;
  readonly #attemptMs: number;
  readonly #jobs = new Map<string, Job>();
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #aborting = new AbortController();
  readonly #observers: QueueObserver[] = [];
  #alarm: (() => void) | null = null;
  #running = false;

  constructor(
    duet: () => Duet,
    now: () => Date,
    { timers = realTimers(now), random = Math.random, attemptMs = ATTEMPT_MS }: QueueOptions = {},
  ) {
    this.#duet = duet;
    this.#timers = timers;
    this.#random = random;
    this.#attemptMs = attemptMs;
  }

  observe(observer: QueueObserver): void {
    this.#observers.push(observer);
  }

  /** Takes up what an earlier process left. What cannot be read stays for the next start, and costs the others nothing. */
  async start(): Promise<void> {
    this.#running = true;
    for (const meeting of await meetingsWithWork(this.#duet().store)) {
      await this.wake(meeting).catch((error: unknown) => this.#report(meeting, error));
    }
  }

  /** Deliveries of the meeting were added or changed. */
  async wake(meeting: string): Promise<void> {
    for (const delivery of await deliveriesOf(this.#duet().store, meeting)) {
      const name = deliveryName(delivery);
      const key = `${meeting}/${name}`;
      if (this.#underWay.has(key)) continue;
      if (isUnfinished(delivery)) this.#jobs.set(key, { meeting, name, at: Date.parse(delivery.nextAt) });
      else this.#jobs.delete(key);
    }
    this.#next();
  }

  /** Ends what is under way; what had no answer by then is tried again by the next process. */
  async stop(): Promise<void> {
    this.#running = false;
    this.#alarm?.();
    const all = Promise.all(this.#underWay.values());
    const cut = setTimeout(() => this.#aborting.abort(), STOP_MS);
    await all;
    clearTimeout(cut);
  }

  #next(): void {
    this.#alarm?.();
    this.#alarm = null;
    if (!this.#running) return;
    const now = this.#timers.now();
    let next = Number.POSITIVE_INFINITY;
    for (const [key, job] of [...this.#jobs].sort(([, a], [, b]) => a.at - b.at)) {
      if (this.#underWay.size >= SIDE_BY_SIDE) return;
      const at = Math.max(job.at, this.#quota.freeAt(job.meeting, now));
      if (at > now) {
        next = Math.min(next, at);
        if (job.at > now) break;
        continue;
      }
      this.#jobs.delete(key);
      this.#quota.take(job.meeting, now);
      this.#underWay.set(key, this.#run(key, job));
    }
    if (next < Number.POSITIVE_INFINITY) this.#alarm = this.#timers.after(next - now, () => this.#next());
  }

  get #quota(): DeliveryQuota {
    return this.#duet().quota;
  }

  async #run(key: string, job: Job): Promise<void> {
    let again: Job | null = null;
    try {
      again = await this.#attempt(job);
    } catch (error) {
      this.#report(job.meeting, error);
    }
    this.#underWay.delete(key);
    if (again) this.#jobs.set(key, again);
    this.#next();
  }

  /** @returns when to try again */
  async #attempt({ meeting, name }: Job): Promise<Job | null> {
    const begun = await this.#begin(meeting, name);
    if (begun?.state !== 'sending') {
      this.#quota.giveBack(meeting);
      return null;
    }
    const outcome = await this.#send(meeting, begun).catch((error: unknown) => {
      if (error instanceof StorageError) throw error;
      this.#report(meeting, error);
      return failure('The message could not be made because of a fault in the server.');
    });
    if (outcome.kind === 'failed' && !outcome.unclear) this.#quota.giveBack(meeting);
    const ended = await this.#end(meeting, begun, outcome);
    return ended.state === 'waiting' ? { meeting, name, at: Date.parse(ended.nextAt) } : null;
  }

  /** Null when it was withdrawn meanwhile; `failed` when its time is over. */
  #begin(meeting: string, name: string): Promise<DeliveryRecord | null> {
    return this.#change(meeting, name, (delivery) => {
      if (!isUnfinished(delivery)) return null;
      const interrupted = delivery.state === 'sending';
      // Nobody was there to send it in its time, or this is what a backup remembers of long ago.
      if (this.#timers.now() > Date.parse(delivery.giveUpAt)) {
        const reason = 'The server was not running when it should have been sent.';
        return { ...delivery, state: 'failed', reason, maybeTwice: delivery.maybeTwice || interrupted };
      }
      return {
        ...delivery,
        state: 'sending',
        attempts: delivery.attempts + 1,
        maybeTwice: delivery.maybeTwice || interrupted,
      };
    });
  }

  async #send(meeting: string, delivery: DeliveryRecord): Promise<Outcome> {
    const duet = this.#duet();
    const { revision, audience } = delivery;
    const file = await duet.files.find(meeting);
    const followUp = (await followUpsOf(duet.store, meeting)).find(
      (each) => each.revision === revision && each.audience === audience,
    );
    if (!file || !followUp) throw new Error(`The follow-up of ${meeting} is not on the disk.`);
    const channels = (await channelsOf(duet.store, file))[audience];
    const channel = channels.find(({ id }) => id === delivery.channel);
    if (!channel || !recipientsOf(channel).includes(delivery.to)) {
      return failure('Its channel was taken away or leads elsewhere now.', { permanent: true });
    }
    const message = await compose(duet, meeting, followUp, delivery);
    const signal = AbortSignal.any([this.#aborting.signal, AbortSignal.timeout(this.#attemptMs)]);
    return deliver(duet.config, { channel, to: delivery.to, message, now: this.#timers.now(), signal });
  }

  async #end(meeting: string, begun: DeliveryRecord, outcome: Outcome): Promise<DeliveryRecord> {
    const ended = await this.#change(meeting, deliveryName(begun), (delivery, isHeldBack) =>
      this.#after(delivery, outcome, isHeldBack),
    );
    const { kind, state } = ended ?? begun;
    const told = state === 'sent' ? 'sent' : state === 'waiting' ? 'retry' : 'failed';
    for (const observer of this.#observers) observer.attempted(kind, told);
    const { log } = this.#duet();
    if (outcome.kind === 'failed')
      log.warn({ meeting, channel: kind, reason: outcome.reason }, 'a follow-up was not sent');
    return ended ?? begun;
  }

  #after(delivery: DeliveryRecord, outcome: Outcome, isHeldBack: boolean): DeliveryRecord {
    const now = this.#timers.now();
    if (outcome.kind === 'sent') {
      return { ...delivery, state: 'sent', sentAt: new Date(now).toISOString(), reason: null };
    }
    const { reason, permanent, unclear, retryAfterMs } = outcome;
    const failed = { ...delivery, reason, maybeTwice: delivery.maybeTwice || unclear };
    if (isHeldBack) return { ...failed, state: 'withdrawn' };
    const next = now + Math.max(waitAfter(delivery.attempts, this.#random()), retryAfterMs ?? 0);
    if (permanent || next > Date.parse(delivery.giveUpAt)) return { ...failed, state: 'failed' };
    return { ...failed, state: 'waiting', nextAt: new Date(next).toISOString() };
  }

  /** Changes one delivery on the disk while nobody else changes the meeting's records. */
  #change(
    meeting: string,
    name: string,
    change: (delivery: DeliveryRecord, isHeldBack: boolean) => DeliveryRecord | null,
  ): Promise<DeliveryRecord | null> {
    const { serial, store } = this.#duet();
    return serial.run(meeting, async () => {
      const known = await deliveriesOf(store, meeting);
      const before = await deliveryOf(store, meeting, name);
      if (before === null) return null;
      const { revision, audience } = before;
      const isHeldBack = (await followUpsOf(store, meeting)).some(
        (each) => each.revision === revision && each.audience === audience && each.state === 'superseded',
      );
      const after = change(before, isHeldBack);
      if (after) await store.commit(deliveryChanges(store, meeting, known, [after]));
      return after;
    });
  }

  #report(meeting: string, error: unknown): void {
    this.#duet().log.error({ meeting, error: String(error) }, 'a follow-up could not be sent');
  }
}
