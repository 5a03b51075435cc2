import { type Attendee, type IsoDate, isBlank, newId, plainText, type RichText, type Side } from '@duet/domain';
import type { OutlineNode } from '../outline.ts';
import type { Calendar } from '../reading/calendar.ts';
import { readDay } from '../reading/cells.ts';
import { defineLabels, type LabelledPart, splitAtLabels } from '../reading/labels.ts';
import { plainWords } from '../reading/vocabulary.ts';
import { isPlaceholder } from './placeholder.ts';

type Detail = 'date' | 'facilitators' | 'attendees' | 'duration';

const DETAIL_OF: Readonly<Record<string, Detail>> = {
  date: 'date',
  'meeting date': 'date',
  when: 'date',
  facilitator: 'facilitators',
  facilitators: 'facilitators',
  'co facilitators': 'facilitators',
  'facilitated by': 'facilitators',
  host: 'facilitators',
  hosts: 'facilitators',
  attendees: 'attendees',
  participants: 'attendees',
  present: 'attendees',
  duration: 'duration',
  length: 'duration',
};
const LABELS = defineLabels(DETAIL_OF);

/** What the notes say about the meeting itself. */
export interface Details {
  readonly date: IsoDate | null;
  readonly durationMinutes: number | null;
  readonly people: readonly Attendee[];
}

const MOST_PEOPLE = 200;
const LONGEST_NAME = 80;

/** Collects details from nodes; a node whose words are all in them needs no block any more. */
export class DetailsReader {
  readonly #calendar: Calendar;
  #date: IsoDate | null = null;
  #minutes: number | null = null;
  readonly #people = new Map<string, Attendee>();

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  get details(): Details {
    return { date: this.#date, durationMinutes: this.#minutes, people: [...this.#people.values()] };
  }

  /** The node without what was read in full; null when nothing is left of it. */
  read(node: OutlineNode): OutlineNode | null {
    if (node.kind === 'heading') return node;
    if (node.kind === 'table') {
      const rows = node.rows.filter((row) => !this.#readRow(row));
      return rows.length === 0 ? null : { ...node, rows };
    }
    const [first, ...labelled] = splitAtLabels(node.text, LABELS);
    if (!first || !isBlank(first.text) || labelled.length === 0) return node;
    return labelled.map((part) => this.#readPart(part)).every(Boolean) ? null : node;
  }

  #readRow(row: readonly RichText[]): boolean {
    const label = plainText(row[0] ?? []).trim();
    const words = plainWords(label.slice(0, LONGEST_NAME));
    const field = Object.hasOwn(DETAIL_OF, words) ? DETAIL_OF[words] : undefined;
    if (field === undefined || row.slice(2).some((cell) => !isBlank(cell))) return false;
    return this.#readPart({ field, label, text: row[1] ?? [] });
  }

  /** Whether the value says all that the text does. */
  #readPart({ field, text }: LabelledPart<Detail>): boolean {
    const said = plainText(text);
    if (isPlaceholder(said)) return true;
    if (field === 'date') {
      const { value, whole } = readDay(said, this.#calendar);
      this.#date ??= value;
      return whole;
    }
    if (field === 'duration') {
      const match = /^\s*(?:(\d{1,2})\s*(?:h|hours?)\b)?\s*(?:(\d{1,3})\s*(?:m|min|mins|minutes)\b)?/i.exec(said);
      const minutes = Number(match?.[1] ?? 0) * 60 + Number(match?.[2] ?? 0);
      if (minutes > 0) this.#minutes ??= minutes;
      return minutes > 0 && !/[\p{L}\p{N}]/u.test(said.slice(match?.[0].length));
    }
    return this.#readPeople(said, field === 'facilitators');
  }

  #readPeople(said: string, facilitate: boolean): boolean {
    const names = said.split(/[,;\n]|\s(?:and|&|\/)\s/).map((name) => name.trim());
    const found = names.filter((name) => name !== '').map(readPerson);
    if (found.length > MOST_PEOPLE || found.some(({ name }) => name.length > LONGEST_NAME || !/\p{L}/u.test(name)))
      return false;
    for (const { name, side } of found) {
      const known = this.#people.get(name.toLowerCase());
      this.#people.set(name.toLowerCase(), {
        id: known?.id ?? newId(),
        name: known?.name ?? name,
        side: known && known.side !== 'other' ? known.side : side,
        role: facilitate || known?.role === 'facilitator' ? 'facilitator' : 'participant',
      });
    }
    return true;
  }
}

const SIDE_OF: Readonly<Record<string, Side>> = {
  pm: 'product',
  product: 'product',
  'product manager': 'product',
  em: 'engineering',
  eng: 'engineering',
  engineering: 'engineering',
  'engineering manager': 'engineering',
  'tech lead': 'engineering',
};

/** "Rosa (PM)", "EM: Darius", "@wen — engineering". */
function readPerson(text: string): { name: string; side: Side } {
  const bare = text.replace(/^@/, '');
  const match =
    /^(?<name>[^()]+?)\s*\((?<side>[^()]+)\)$/.exec(bare) ??
    /^(?<side>[^:]+):\s*@?(?<name>.+)$/.exec(bare) ??
    /^(?<name>.+?)\s[—–-]\s(?<side>.+)$/.exec(bare);
  const words = plainWords(match?.groups?.side ?? '');
  const side = Object.hasOwn(SIDE_OF, words) ? SIDE_OF[words] : undefined;
  return side ? { name: match?.groups?.name?.trim() ?? bare, side } : { name: bare, side: 'other' };
}
