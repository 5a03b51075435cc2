import { createHash } from 'node:crypto';
import type { Exporter, ExportInput } from '@duet/export';
import { Problem } from '../problem.ts';

/** These take the whole processor for a while, and the ones below for a long document. All else is done before anybody notices. */
const SLOW = ['pdf', 'docx'] as const;
const SLOW_WHEN_LONG = ['md', 'html'] as const;
type SlowFormat = (typeof SLOW | typeof SLOW_WHEN_LONG)[number];
/** In characters of JSON: about what is written in a tenth of a second. A meeting of 300 entries has a third of it. */
const LONG = 256 * 1024;
/** The one under way and those that wait for it. */
const LONGEST_QUEUE = 20;
/** After a meeting everybody downloads the same file. */
const REMEMBERED = 4;

/** Renders what is slow, away from what people wait for. */
interface Elsewhere {
  /** Nothing has to be started first. */
  readonly isRunning: boolean;
  render(format: SlowFormat, input: ExportInput): Promise<Uint8Array>;
}

/**
 * Renders exports. What is slow comes one after another, in a thread of their own, and whoever asks for what is
 * being rendered, or just was, gets the same bytes: equal inputs give equal bytes.
 */
export class Renders {
  readonly #elsewhere: Elsewhere;
  readonly #known = new Map<string, Promise<Uint8Array>>();
  readonly #done: string[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #unfinished = 0;

  constructor(elsewhere: Elsewhere) {
    this.#elsewhere = elsewhere;
  }

  /** The next export is as quick as the one after it. */
  get isWarm(): boolean {
    return this.#elsewhere.isRunning;
  }

  /** @throws Problem `too-fast` when too many others wait already. */
  async render(exporter: Exporter, input: ExportInput): Promise<Uint8Array> {
    const told = JSON.stringify(input);
    const slow = told.length > LONG ? [...SLOW, ...SLOW_WHEN_LONG] : SLOW;
    const format = slow.find((each) => each === exporter.extension);
    if (!format) return exporter.render(input);
    const key = createHash('sha256').update(format).update(told).digest('base64url');
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#unfinished >= LONGEST_QUEUE) {
      throw new Problem('too-fast', 'Too many exports are being made. Nothing is lost; try again in a moment.');
    }
    const result = this.#afterTheOthers(() => this.#elsewhere.render(format, input));
    this.#known.set(key, result);
    try {
      const bytes = await result;
      this.#remember(key);
      return bytes;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
  }

  async #afterTheOthers(task: () => Promise<Uint8Array>): Promise<Uint8Array> {
    this.#unfinished++;
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      this.#unfinished--;
    }
  }

  #remember(key: string): void {
    this.#done.push(key);
    const forgotten = this.#done.length > REMEMBERED ? this.#done.shift() : undefined;
    if (forgotten !== undefined) this.#known.delete(forgotten);
  }
}
