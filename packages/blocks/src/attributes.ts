import { type IsoDate, namesIn, parseIsoDate } from '@duet/domain';
import type { Attributes as TiptapAttributes } from '@tiptap/core';

/**
 * How one attribute of a node is understood. Any client may have written anything, so `read` takes whatever is
 * there and always answers with a legal value; `write` gives what is stored, null for "not there".
 */
export interface Attribute<T> {
  read(raw: unknown): T;
  write(value: T): string | number | boolean | null;
}

export type AttributeTable = Readonly<Record<string, Attribute<unknown>>>;
/** The typed values of a table of attributes. */
export type AttributeValues<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends Attribute<infer T> ? T : never;
};

const LONGEST_TEXT = 500;

/** One of `values`; everything else reads as `fallback`. */
export function oneOf<const T extends string, F extends T | null>(values: readonly T[], fallback: F): Attribute<T | F> {
  return {
    read: (raw) => values.find((value) => value === raw) ?? fallback,
    write: (value) => value,
  };
}

/** A calendar day, or null. */
export const isoDate: Attribute<IsoDate | null> = {
  read: (raw) => (typeof raw === 'string' ? parseIsoDate(raw) : null),
  write: (value) => value,
};

/** A short text in one line, or null. */
export const shortText: Attribute<string | null> = {
  read: (raw) => {
    const text = typeof raw === 'string' ? oneLine(raw) : '';
    return text === '' ? null : text;
  },
  write: (value) => value,
};

/** Cut between letters, so that what is left is still text. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line
    .slice(0, LONGEST_TEXT)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}

/** Whoever owns something, without the `@`; null for nobody. */
export const owner: Attribute<string | null> = {
  read: (raw) => {
    const text = shortText
      .read(raw)
      ?.replaceAll(/(^|[\s,])@[@\s]*/g, '$1')
      .trim();
    return text === undefined || text === '' ? null : text;
  },
  write: (value) => value,
};

/** Several people; stored as one text with commas. */
export const people: Attribute<readonly string[]> = {
  read: (raw) => {
    const text = Array.isArray(raw) ? raw.filter((name) => typeof name === 'string').join(',') : raw;
    return typeof text === 'string' ? namesIn(oneLine(text)) : [];
  },
  write: (value) => (value.length === 0 ? null : value.join(', ')),
};

/** Yes or no; absent is no. */
export const flag: Attribute<boolean> = {
  read: (raw) => raw === true || raw === 'true',
  write: (value) => (value ? true : null),
};

/** A whole number from `least` to `most`; anything else, also out of range, reads as `fallback`. */
export function wholeNumber<F extends number | null>(least: number, most: number, fallback: F): Attribute<number | F> {
  return {
    read: (raw) => {
      const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
      return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : fallback;
    },
    write: (value) => (value === fallback ? null : value),
  };
}

/** Ages of what is carried from meeting to meeting (M35). */
export const carriedAttributes = {
  carried: wholeNumber(0, 10_000, 0),
  since: isoDate,
};

export function readAttributes<Table extends AttributeTable>(
  table: Table,
  attrs: Readonly<Record<string, unknown>> | undefined,
): AttributeValues<Table> {
  const entries = Object.entries(table).map(([name, attribute]) => [name, attribute.read(attrs?.[name])]);
  return Object.fromEntries(entries) as AttributeValues<Table>;
}

/** What is stored for these values; what is at its default is left out. */
export function writeAttributes<Table extends AttributeTable>(
  table: Table,
  values: AttributeValues<Table>,
): Record<string, string | number | boolean> {
  const stored: Record<string, string | number | boolean> = {};
  for (const name of Object.keys(table)) {
    const value = table[name]?.write(values[name]) ?? null;
    if (value !== null) stored[name] = value;
  }
  return stored;
}

/**
 * The same table for Tiptap. Every default is null, so that the editor stores only what somebody said, and a
 * raw value that this version can't read stays in the document untouched.
 */
export function tiptapAttributes(table: AttributeTable): TiptapAttributes {
  const config: TiptapAttributes = {};
  for (const [name, attribute] of Object.entries(table)) {
    const html = `data-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    config[name] = {
      default: null,
      parseHTML: (element) =>
        element.hasAttribute(html) ? attribute.write(attribute.read(element.getAttribute(html))) : null,
      renderHTML: (attributes) => {
        const value: unknown = attributes[name];
        return value === null || value === undefined ? {} : { [html]: String(value) };
      },
    };
  }
  return config;
}
