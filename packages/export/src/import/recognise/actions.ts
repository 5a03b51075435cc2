import { type ActionItem, type ActionState, make, plainText, type RichText } from '@duet/domain';
import type { Calendar } from '../reading/calendar.ts';
import { readActionState, readDay, readOwner } from '../reading/cells.ts';
import { defineLabels, splitAtLabels } from '../reading/labels.ts';
import { mentionsIn } from '../reading/mentions.ts';
import { cutText, trimJoints } from '../reading/slices.ts';
import { Fields, withKept } from './fields.ts';
import { takeOwner } from './owner-in-text.ts';
import { type Context, isItem, isTopItem, type Recogniser } from './recogniser.ts';

const LABELS = defineLabels({
  action: 'action',
  'action item': 'action',
  todo: 'action',
  owner: 'owner',
  assignee: 'owner',
  due: 'due',
  'due date': 'due',
  deadline: 'due',
  status: 'status',
});

export function buildAction(fields: Fields, { calendar }: Context): ActionItem {
  const action = fields.text('action');
  const owner = fields.value('owner', readOwner);
  const due = fields.value('due', (text) => readDay(text, calendar));
  const status = fields.value('status', readActionState);
  return make.actionItem({ action: withKept(action, fields), owner, due, status: status ?? 'open' });
}

/** An item of the list of actions, a box with somebody's name anywhere but in the checklist, "Action: …" anywhere. */
export const actionEntry: Recogniser = (nodes, at, context) => {
  const node = nodes[at];
  if (node === undefined || node.kind === 'table' || node.kind === 'heading') return null;
  const section = context.section?.kind;
  const [first, ...labelled] = splitAtLabels(node.text, LABELS);
  const named = first?.text.length === 0 && labelled[0]?.field === 'action';
  const mentioned = mentionsIn(plainText(node.text).slice(0, 500));
  const assigned = mentioned[0]?.from === 0 && /^[\s:,—–-]/.test(plainText(node.text).slice(mentioned[0].to));
  const listed = section === 'actions' && (isTopItem(node) || assigned);
  const boxed = node.kind === 'check' && mentioned.length > 0 && section !== 'checklist' && section !== 'guide';
  if (!named && !listed && !boxed) return null;
  const fields = Fields.of(named ? labelled.slice(1) : labelled);
  const { text, due, status } = takeDueAndStatus(
    named ? (labelled[0]?.text ?? []) : (first?.text ?? []),
    context.calendar,
  );
  const { owner, rest } = fields.has('owner') ? { owner: null, rest: text } : takeOwner(text);
  fields.add('action', '', rest);
  const built = buildAction(fields, context);
  const ticked: ActionState | null = isItem(node) && node.kind === 'check' && node.checked ? 'done' : null;
  const action: ActionItem = {
    ...built,
    owner: built.owner ?? owner,
    due: built.due ?? due,
    status: ticked ?? (fields.has('status') ? built.status : (status ?? built.status)),
  };
  return { blocks: [action], used: 1 };
};

interface Taken {
  readonly text: RichText;
  readonly due: ActionItem['due'];
  readonly status: ActionState | null;
}

const TAIL = /\s{0,3}(?:[([](?<inside>[^()[\]]{1,60})[)\]]|(?:\s[—–|-]\s|\s·\s)(?<behind>[^—–|·]{1,40}))\s{0,3}\.?$/u;
const LONGEST_TAIL = 80;

/**
 * A due date and a status that stand apart at the end: "(due Mar 21)", "— 2025-03-21 — open". "by March 21" within the
 * sentence is read and stays in it.
 */
function takeDueAndStatus(text: RichText, calendar: Calendar): Taken {
  let rest = text;
  let due: Taken['due'] = null;
  let status: ActionState | null = null;
  for (let left = 3; left > 0; left--) {
    const whole = plainText(rest);
    const from = Math.max(0, whole.length - LONGEST_TAIL);
    const tail = TAIL.exec(whole.slice(from));
    const said = tail?.groups?.inside ?? tail?.groups?.behind;
    if (!tail || said === undefined) break;
    const day = readDay(said.replace(/^\s*due:?\s+/i, ''), calendar);
    const state = readActionState(said);
    if (due === null && day.whole && day.value !== null) due = day.value;
    else if (status === null && state.value !== null) status = state.value;
    else break;
    rest = trimJoints(cutText(rest, from + tail.index, whole.length));
  }
  const whole = plainText(rest).slice(0, 2_000);
  const last = calendar.days(whole).at(-1);
  if (due === null && last && last.last === null) {
    const before = whole.slice(Math.max(0, last.from - 12), last.from);
    const ends = /^[\s.)]*$/.test(whole.slice(last.to));
    const joined = /\b(?:by|due|before|until|on)\s+$/i.test(before);
    if (ends || joined) due = last.day;
    if (ends && !joined) rest = trimJoints(cutText(rest, last.from, last.to));
  }
  due ??= calendar.spoken(/\bby\s+(\p{L}{3,9})\b\.?\s*$/iu.exec(whole.slice(-40))?.[1] ?? '');
  return { text: rest, due, status };
}
