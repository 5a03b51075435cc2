import type { RichText } from '@duet/domain';
import { ImportError } from './import-error.ts';

/**
 * What one import may cost. Every reader works in one pass over its input, so these bound the time as well: a source
 * at its limits is read, or refused, within about a second, and our own Markdown within about ten.
 */
export const IMPORT_LIMITS = {
  /** UTF-16 units as they came, the markup of HTML and inline pictures included. */
  sourceLength: 8 * 1024 * 1024,
  /** UTF-16 units of visible text. A year of weekly notes. */
  textLength: 256 * 1024,
  /** UTF-16 units of the addresses of links: Markdown says one once, and refers to it as often as it likes. */
  linkLength: 1024 * 1024,
  /** UTF-16 units of Markdown or plain text, pictures left out. */
  markupLength: 512 * 1024,
  /** UTF-16 units of our own Markdown, which is read exactly: more than a hundred full meetings. */
  ownLength: 1024 * 1024,
  /** Blocks of the outline, and cells of its tables. */
  blocks: 10_000,
  /** Elements, marks and runs of text that a reader handles on its way. */
  steps: 200_000,
  /** Open elements of HTML; quotes of Markdown. */
  depth: 256,
} as const;

/** What one paste into an open meeting may cost: everybody in the room gets it in one message, and draws it. */
export const PASTE_LIMITS = {
  /** UTF-16 units of each form on the clipboard, with its markup. */
  sourceLength: 4 * 1024 * 1024,
  textLength: 96 * 1024,
  linkLength: 512 * 1024,
  blocks: 2_000,
} as const;

interface Allowance {
  readonly textLength: number;
  readonly linkLength: number;
  readonly blocks: number;
}

/** Counts what a reader does, and refuses the import at the first thing too much. */
export class Budget {
  readonly #limits: Allowance;
  #steps = 0;
  #blocks = 0;
  #text = 0;
  #links = 0;

  constructor(limits: Allowance = IMPORT_LIMITS) {
    this.#limits = limits;
  }

  /** How far the reader got, in steps: what the time of an import is proportional to. */
  get steps(): number {
    return this.#steps;
  }

  step(): void {
    if (++this.#steps > IMPORT_LIMITS.steps) throw new ImportError('too-many-parts');
  }

  block(text: RichText): void {
    for (const run of text) {
      this.#text += run.text.length;
      this.#links += run.link?.length ?? 0;
    }
    const { textLength, linkLength } = this.#limits;
    if (this.#text > textLength || this.#links > linkLength) throw new ImportError('too-large');
    if (++this.#blocks > this.#limits.blocks) throw new ImportError('too-many-parts');
  }

  depth(open: number): void {
    if (open > IMPORT_LIMITS.depth) throw new ImportError('too-deep');
  }
}
