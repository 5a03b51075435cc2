import { isBlank, joinLines, plainText, type RichText } from '@duet/domain';
import type { Reading } from '../reading/cells.ts';
import type { LabelledPart } from '../reading/labels.ts';
import { isPlaceholder } from './placeholder.ts';

/**
 * What one row or entry says, by field, whether the columns of a table or labels in a text told so. A builder asks
 * for the fields it knows; what it did not ask for or could not read in full is in {@link kept}, with the name it had,
 * and goes into a text of the block. That is how nothing gets lost.
 */
export class Fields {
  readonly #parts: { readonly field: string | null; readonly label: string; readonly text: RichText }[] = [];
  readonly #read = new Set<string>();

  static of(parts: readonly LabelledPart[]): Fields {
    const fields = new Fields();
    for (const part of parts) fields.add(part.field, part.label, part.text);
    return fields;
  }

  add(field: string | null, label: string, text: RichText): void {
    if (!isBlank(text) && !isPlaceholder(plainText(text))) this.#parts.push({ field, label, text });
  }

  has(field: string): boolean {
    return this.#parts.some((part) => part.field === field);
  }

  text(field: string): RichText {
    this.#read.add(field);
    return joinLines(this.#parts.filter((part) => part.field === field).map((part) => part.text));
  }

  plain(field: string): string {
    return plainText(this.text(field));
  }

  /** The value of a field; where it says more than the value, its text is kept. */
  value<T>(field: string, reader: (text: string) => Reading<T>): T {
    const reading = reader(this.plain(field));
    if (!reading.whole) this.#read.delete(field);
    return reading.value;
  }

  /** A line for everything that is not in a field of the block. */
  kept(): RichText {
    const lines = this.#parts.filter((part) => part.field === null || !this.#read.has(part.field));
    return joinLines(lines.map(({ label, text }) => (label === '' ? text : [{ text: `${label}: ` }, ...text])));
  }
}

export function withKept(text: RichText, fields: Fields): RichText {
  const kept = fields.kept();
  return kept.length === 0 ? text : joinLines([text, kept]);
}
