import { type Carried, plain, plainText, type RichText } from '@duet/domain';
import type { PhrasingContent } from 'mdast';
import { type Attribute, carriedAttributes } from '../attributes.ts';
import { type Around, readLink, writeLink } from './links.ts';
import { readText } from './read-text.ts';
import { type Place, writeText } from './write-text.ts';

/** One value of an entry under its label: a column of a table, or a line below a heading. */
export interface Field<Model> {
  readonly label: string;
  /** Nothing when there is nothing to say. */
  write(model: Model, place: Place, links: Around): PhrasingContent[];
  /** @param source the Markdown that the nodes come from. */
  read(nodes: readonly PhrasingContent[], source: string): Partial<Model>;
}

type KeyOf<Model, Value> = { [Key in keyof Model]: Model[Key] extends Value ? Key : never }[keyof Model];

/** The kinds of fields that a model can have, by the names of its properties. */
export function fieldsOf<Model>() {
  const only = <Key extends keyof Model>(key: Key, value: Model[Key]): Partial<Model> => {
    const partial: Partial<Model> = {};
    partial[key] = value;
    return partial;
  };

  /** An attribute, said and understood in words. */
  function said<Key extends keyof Model>(
    label: string,
    key: Key,
    write: (value: Model[Key]) => string,
    read: (text: string) => Model[Key],
  ): Field<Model> {
    return {
      label,
      write: (model) => spoken(write(model[key])),
      read: (nodes, source) => only(key, read(textOf(nodes, source))),
    };
  }

  return {
    /** What somebody wrote, with its marks. */
    cell: <Key extends KeyOf<Model, RichText>>(label: string, key: Key): Field<Model> => ({
      label,
      write: (model, place) => writeText(model[key] as RichText, place),
      read: (nodes, source) => only(key, readText(nodes, source) as Model[Key]),
    }),

    /** A name, a date, a number: as it is stored. */
    value: <Key extends keyof Model>(label: string, key: Key, attribute: Attribute<Model[Key]>): Field<Model> =>
      said(
        label,
        key,
        (value) => String(attribute.write(value) ?? ''),
        (text) => attribute.read(text),
      ),

    /** One of a few words: `in-progress` reads "in progress". */
    word: <Key extends keyof Model>(label: string, key: Key, attribute: Attribute<Model[Key]>): Field<Model> =>
      said(
        label,
        key,
        (value) => String(attribute.write(value) ?? '').replaceAll('-', ' '),
        (text) => attribute.read(text.replaceAll(' ', '-')),
      ),

    yes: <Key extends KeyOf<Model, boolean>>(label: string, key: Key): Field<Model> =>
      said(
        label,
        key,
        (value) => (value ? 'yes' : ''),
        (text) => (text === 'yes') as Model[Key],
      ),

    /** The id of another entry, as a link to it. */
    link: <Key extends KeyOf<Model, string | null>>(label: string, key: Key): Field<Model> => ({
      label,
      write: (model, _, links) => {
        const id = model[key];
        return typeof id === 'string' ? writeLink(id, links) : [];
      },
      read: (nodes) => only(key, readLink(nodes) as Model[Key]),
    }),
  };
}

/** "3× since 2025-03-07": how often and since when something has been carried over. */
export function carriedField<Model extends Carried>(): Field<Model> {
  return {
    label: 'Carried over',
    write: ({ carried, since }) =>
      spoken([...(carried > 0 ? [`${carried}×`] : []), ...(since ? [`since ${since}`] : [])].join(' ')),
    read: (nodes, source) => {
      const [, times, since] = /^(?:(\d+)×)?(?:\s*since (\S+))?$/.exec(textOf(nodes, source)) ?? [];
      const carried: Carried = {
        carried: carriedAttributes.carried.read(times),
        since: carriedAttributes.since.read(since),
      };
      return carried as Partial<Model>;
    },
  };
}

/** Plain words as Markdown. */
export function spoken(text: string): PhrasingContent[] {
  return writeText(plain(text), 'line');
}

/** A warning that stands out on the page and in the source (M7, M14). */
export function warning(text: string): PhrasingContent[] {
  return [{ type: 'strong', children: [{ type: 'text', value: `${SIGN} ${text}` }] }];
}

const SIGN = '⚠';

/** What is said besides warnings. */
export function textOf(nodes: readonly PhrasingContent[], source: string): string {
  const isWarning = (node: PhrasingContent): boolean =>
    node.type === 'strong' && plainText(readText(node.children, source)).startsWith(SIGN);
  return plainText(
    readText(
      nodes.filter((node) => !isWarning(node)),
      source,
    ),
  ).trim();
}
