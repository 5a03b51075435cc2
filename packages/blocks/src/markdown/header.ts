import {
  type Attendee,
  DEFAULT_DURATION_MINUTES,
  type Meeting,
  newId,
  plain,
  plainText,
  ROLES,
  SIDES,
} from '@duet/domain';
import type { RootContent } from 'mdast';
import { isoDate, oneOf, wholeNumber } from '../attributes.ts';
import { type Field, fieldsOf, spoken, textOf } from './fields.ts';
import { readLabelled, writeLabelled } from './labelled.ts';
import type { Around } from './links.ts';
import { readText } from './read-text.ts';
import { tableMarkdown } from './table.ts';
import { writeText } from './write-text.ts';

/** What stands above the blocks: the title, date and duration, and who takes part. */
export type Header = Pick<Meeting, 'title' | 'date' | 'durationMinutes' | 'people'>;

/** With whose word it is that the notes are final; null when they are not. */
interface WrittenHeader extends Header {
  readonly final: string | null;
}

const NOBODY: Attendee = { id: '', name: '', side: 'other', role: 'participant' };
const ATTENDEE = fieldsOf<Attendee>();
const name: Field<Attendee> = {
  label: 'Person',
  write: (person) => spoken(person.name),
  read: (nodes, source) => ({ name: plainText(readText(nodes, source)) }),
};
const people = tableMarkdown<Attendee>(
  [
    name,
    ATTENDEE.word('Side', 'side', oneOf(SIDES, NOBODY.side)),
    ATTENDEE.word('Role', 'role', oneOf(ROLES, NOBODY.role)),
  ],
  [],
  () => ({ ...NOBODY, id: newId() }),
);

const duration = wholeNumber(1, Number.MAX_SAFE_INTEGER, DEFAULT_DURATION_MINUTES);
const DETAILS: readonly Field<WrittenHeader>[] = [
  fieldsOf<WrittenHeader>().value('Date', 'date', isoDate),
  {
    label: 'Duration',
    write: ({ durationMinutes }) => spoken(`${durationMinutes} min`),
    read: (nodes, source) => ({ durationMinutes: duration.read(textOf(nodes, source).replace(/ min$/, '')) }),
  },
  {
    label: 'Final',
    write: ({ final }) => spoken(final ?? ''),
    // What is read from Markdown is a new meeting, which nobody has finalized.
    read: () => ({}),
  },
];

export function writeHeader(header: WrittenHeader, links: Around): RootContent[] {
  return [
    { type: 'heading', depth: 1, children: writeText(plain(header.title), 'line') },
    writeLabelled(header, DETAILS, links),
    ...(header.people.length === 0 ? [] : [people.write(header.people, links)]),
  ];
}

/** The header, and the nodes below it. */
export function readHeader(
  nodes: readonly RootContent[],
  source: string,
): { readonly header: Header; readonly rest: readonly RootContent[] } {
  const rest = [...nodes];
  const [heading] = rest;
  let title = '';
  if (heading?.type === 'heading' && heading.depth === 1) {
    title = plainText(readText(heading.children, source));
    rest.shift();
  }
  const details = readLabelled(rest[0], DETAILS, source);
  if (details !== null) rest.shift();
  const present = people.read(rest[0], source);
  if (present !== null) rest.shift();
  const header = { title, date: null, durationMinutes: DEFAULT_DURATION_MINUTES, people: present ?? [], ...details };
  return { header, rest };
}
