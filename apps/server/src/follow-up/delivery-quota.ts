const HOUR_MS = 3_600_000;

export interface DeliveryLimits {
  /** Over all meetings. */
  readonly deliveriesPerHour: number;
  readonly deliveriesPerMeetingHour: number;
}

/**
 * How many messages leave in any hour: whoever may finalize a meeting must not be able to flood others through this
 * server. What is beyond it waits. Nothing of it is stored: a server that starts anew begins to count anew.
 */
export class DeliveryQuota {
  readonly #limits: DeliveryLimits;
  /** Of the last hour, oldest first. */
  readonly #all: { readonly meeting: string; readonly at: number }[] = [];
  readonly #ofMeeting = new Map<string, number[]>();

  constructor(limits: DeliveryLimits) {
    this.#limits = limits;
  }

  /** When the next message of a meeting may leave: `now`, or later. Epoch milliseconds. */
  freeAt(meeting: string, now: number): number {
    this.#forget(now);
    const { deliveriesPerHour, deliveriesPerMeetingHour } = this.#limits;
    const all = this.#all.at(-deliveriesPerHour)?.at;
    const own = this.#ofMeeting.get(meeting)?.at(-deliveriesPerMeetingHour);
    const ends = [all, own].map((at) => (at === undefined ? 0 : at + HOUR_MS));
    return Math.max(now, ...ends);
  }

  /** One leaves now. */
  take(meeting: string, now: number): void {
    this.#all.push({ meeting, at: now });
    this.#ofMeeting.set(meeting, [...(this.#ofMeeting.get(meeting) ?? []), now]);
  }

  /** It did not get through: receivers that are away cost nothing. */
  giveBack(meeting: string): void {
    const at = this.#all.findLastIndex((each) => each.meeting === meeting);
    if (at < 0) return;
    this.#all.splice(at, 1);
    this.#keep(meeting, this.#ofMeeting.get(meeting)?.slice(0, -1) ?? []);
  }

  #forget(now: number): void {
    for (let [oldest] = this.#all; oldest && oldest.at <= now - HOUR_MS; [oldest] = this.#all) {
      this.#all.shift();
      this.#keep(oldest.meeting, this.#ofMeeting.get(oldest.meeting)?.slice(1) ?? []);
    }
  }

  #keep(meeting: string, times: number[]): void {
    if (times.length > 0) this.#ofMeeting.set(meeting, times);
    else this.#ofMeeting.delete(meeting);
  }
}
