import type { Duet } from '../duet.ts';
import { saveVersion } from './versions.ts';

const HOUR_MS = 3_600_000;

/** Labels a version of every meeting that was open in the hour, as far as somebody edited it (G9). */
export class HourlyVersions {
  readonly #duet: Duet;
  readonly #open = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(duet: Duet) {
    this.#duet = duet;
  }

  /** Somebody has the meeting open. */
  opened(id: string): void {
    this.#open.add(id);
  }

  start(): void {
    const toFullHour = HOUR_MS - (this.#duet.now().getTime() % HOUR_MS);
    this.#timer = setTimeout(() => {
      this.start();
      this.saveAll().catch((error: unknown) =>
        this.#duet.log.error({ error: String(error) }, 'hourly versions failed'),
      );
    }, toFullHour).unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async saveAll(): Promise<void> {
    for (const id of [...this.#open]) {
      if (this.#duet.sync.present(id).length === 0) this.#open.delete(id);
      await this.#save(id);
    }
  }

  /** One meeting that cannot be read must not cost the others their version. */
  async #save(id: string): Promise<void> {
    try {
      await this.#duet.serial.run(id, () => saveVersion(this.#duet, id));
    } catch (error) {
      this.#duet.log.warn({ document: id, error: String(error) }, 'no version could be saved this hour');
    }
  }
}
