import { ImportError } from './import-error.ts';

/**
 * What one import may cost. Every reader works in one pass over its input, so these bound the time as well: a source
 * at its limits is read, or refused, within about a second.
 */
export const IMPORT_LIMITS = {
  /** UTF-16 units as they came, the markup of HTML and inline pictures included. */
  sourceLength: 8 * 1024 * 1024,
  /** UTF-16 units of visible text. A year of weekly notes. */
  textLength: 256 * 1024,
  /** UTF-16 units of Markdown or plain text, pictures left out. */
  markupLength: 512 * 1024,
  /** Blocks of the outline, and cells of its tables. */
  blocks: 10_000,
  /** Elements, marks and runs of text that a reader handles on its way. */
  steps: 200_000,
  /** Open elements of HTML; quotes of Markdown. */
  depth: 256,
} as const;

/** Counts what a reader does, and refuses the import at the first thing too much. */
export class Budget {
  #steps = 0;
  #blocks = 0;
  #text = 0;

  /** How far the reader got, in steps: what the time of an import is proportional to. */
  get steps(): number {
    return this.#steps;
  }

  step(): void {
    if (++this.#steps > IMPORT_LIMITS.steps) throw new ImportError('too-many-parts');
  }

  block(textLength: number): void {
    this.#text += textLength;
    if (this.#text > IMPORT_LIMITS.textLength) throw new ImportError('too-large');
    if (++this.#blocks > IMPORT_LIMITS.blocks) throw new ImportError('too-many-parts');
  }

  depth(open: number): void {
    if (open > IMPORT_LIMITS.depth) throw new ImportError('too-deep');
  }
}
