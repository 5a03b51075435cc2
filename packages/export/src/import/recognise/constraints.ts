import { type Constraint, type IsoDate, joinLines, make, plainText, type RichText } from '@duet/domain';
import type { Calendar } from '../reading/calendar.ts';
import { readDay } from '../reading/cells.ts';
import { defineLabels, splitAtLabels } from '../reading/labels.ts';
import { linesOf, sliceText, trimJoints } from '../reading/slices.ts';
import { Fields, withKept } from './fields.ts';
import { joint } from './joint.ts';
import { type Context, type Entry, entryAt, isTopItem, type Recogniser } from './recogniser.ts';

const LABELS = defineLabels({
  constraint: 'statement',
  'technical constraint': 'statement',
  detail: 'detail',
  details: 'detail',
  touches: 'touches',
  affects: 'touches',
  window: 'window',
  horizon: 'horizon',
});

export function buildConstraint(fields: Fields, { calendar }: Context): Constraint {
  const statement = fields.text('statement');
  const from = fields.value('from', (text) => readDay(text, calendar));
  const to = fields.value('to', (text) => readDay(text, calendar));
  const horizon = fields.value('horizon', (text) => {
    const counted = calendar.horizon(text);
    return counted === null ? readDay(text, calendar) : { value: counted, whole: false };
  });
  const window = fields.value('window', (text) => {
    const value = windowIn(text, calendar, true);
    const found = calendar.days(text)[0];
    const rest = found ? text.slice(0, found.from) + text.slice(found.to) : text;
    return { value, whole: !/[\p{L}\p{N}]/u.test(rest) };
  });
  const touches = fields.text('touches');
  const detail = withKept(fields.text('detail'), fields);
  const said = window ?? windowIn(plainText(statement), calendar, true) ?? windowIn(plainText(detail), calendar, false);
  const words = `${plainText(statement)}\n${plainText(detail)}`;
  return make.constraint({
    statement,
    detail,
    touches,
    from: from ?? said?.from ?? null,
    to: to ?? (from === null ? (said?.to ?? null) : from),
    horizon:
      horizon ?? calendar.horizon(words) ?? (from === null && said === null ? deadlineIn(words, calendar) : null),
  });
}

/** "April 3–4"; a single day is a window too where it is the constraint's own ("scheduled for April 3"). */
function windowIn(text: string, calendar: Calendar, single: boolean): { from: IsoDate; to: IsoDate } | null {
  const days = calendar
    .days(text)
    .filter(({ from, last }) => last !== null || (single && !BY.test(text.slice(0, from))));
  const found = days.find(({ last }) => last !== null) ?? days[0];
  return found ? { from: found.day, to: found.last ?? found.day } : null;
}

const BY = /\b(?:by|before|until)\s+$/i;

/** "… by April 20": the first such day. */
function deadlineIn(text: string, calendar: Calendar): IsoDate | null {
  return calendar.days(text).find(({ from }) => BY.test(text.slice(Math.max(0, from - 20), from)))?.day ?? null;
}

const LONGEST_STATEMENT = 160;

/** In its section: an item of the list, a heading with its text, a paragraph with a bold beginning. Elsewhere "Constraint: …". */
export const constraintEntry: Recogniser = (nodes, at, context) => {
  const entry = entryAt(nodes, at);
  if (entry === null) return null;
  const [first, ...labelled] = splitAtLabels(entry.text, LABELS);
  const inSection = context.section?.kind === 'constraints';
  if (labelled[0]?.field === 'statement' && first?.text.length === 0) {
    const [statement, ...rest] = labelled;
    const fields = Fields.of(rest);
    addHalves(fields, statement.text, null);
    return { blocks: [buildConstraint(fields, context)], used: entry.used };
  }
  if (!inSection || !first || !(isTopItem(nodes[at]) || entry.head.kind === 'heading' || leadIn(entry) !== null))
    return null;
  const fields = Fields.of(labelled);
  addHalves(fields, first.text, leadIn(entry));
  return { blocks: [buildConstraint(fields, context)], used: entry.used };
};

/** The statement is the bold beginning, else the first line up to its colon; everything after it is the detail. */
function addHalves(fields: Fields, text: RichText, bold: number | null): void {
  const whole = plainText(text);
  const [line = ''] = whole.split('\n', 1);
  const end = bold ?? joint(line.slice(0, LONGEST_STATEMENT))?.index ?? line.length;
  fields.add('statement', '', trimJoints(sliceText(text, 0, end)));
  fields.add('detail', '', trimLead(sliceText(text, end)));
}

/** Where a bold beginning ends that is closed by a colon or a dash, inside or behind it; null without one. */
function leadIn({ text, head }: Entry): number | null {
  const [run, next] = text;
  if (!run?.bold || head.kind === 'heading' || run.text.length > LONGEST_STATEMENT) return null;
  return /[:.]\s*$/.test(run.text) || /^\s*[:—–-]/.test(next?.text ?? '') ? run.text.length : null;
}

function trimLead(text: RichText): RichText {
  const [, lead = ''] = /^([\s:—–-]*)/.exec(plainText(text).slice(0, 20)) ?? [];
  return joinLines(linesOf(sliceText(text, lead.length)));
}
