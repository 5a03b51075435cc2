import { type Decision, type DecisionState, make, namesIn, plainText, type RichText } from '@duet/domain';
import { readDay, readOwner, readPhrase } from '../reading/cells.ts';
import { defineLabels, splitAtLabels } from '../reading/labels.ts';
import { personAsked } from '../reading/mentions.ts';
import { cutText, sliceText, trimJoints, trimText } from '../reading/slices.ts';
import { plainWords } from '../reading/vocabulary.ts';
import { Fields, withKept } from './fields.ts';
import { type Context, entryAt, isTopItem, type Recogniser } from './recogniser.ts';

const LABELS = defineLabels({
  rationale: 'why',
  reason: 'why',
  reasoning: 'why',
  why: 'why',
  'decided by': 'decidedBy',
  'who decided': 'decidedBy',
  'decided on': 'date',
  awaiting: 'awaiting',
  'waiting for': 'awaiting',
  'waiting on': 'awaiting',
  'evidence needed': 'awaiting',
  'evidence awaited': 'awaiting',
  evidence: 'awaiting',
  owner: 'owner',
  due: 'due',
  'needed by': 'due',
});

const STATES: Readonly<Record<string, DecisionState>> = {
  decided: 'decided',
  decision: 'decided',
  agreed: 'decided',
  approved: 'decided',
  made: 'decided',
  final: 'decided',
  pending: 'pending',
  undecided: 'pending',
  'to decide': 'pending',
  proposed: 'pending',
  open: 'pending',
  'decision needed': 'pending',
  needed: 'pending',
  superseded: 'superseded',
  replaced: 'superseded',
};

/** "Decided:", "✅ Decided (@wen) —", "[Pending]" at the beginning of an entry. */
const LEAD =
  /^[^\p{L}\p{N}]{0,8}(?<state>decided|decision needed|decision|agreed|approved|pending|undecided|to decide|proposed|open|superseded)\s{0,2}(?:\((?<who>[^()]{1,100})\)\s{0,2})?(?:[:\]]|\s?[—–]|\s-)\s{0,3}/iu;
const DECIDED_BY = /[([]\s{0,3}decided by:?\s{1,3}(?<who>[^()[\]\d]{1,100})[)\]]/i;
const AFFECTS_SPRINT = /[([]?\s?\b(?:affects|changes) (?:the )?(?:next )?sprint(?: plan(?:ning)?)?\b\s?[)\]]?/i;

export function buildDecision(fields: Fields, { calendar }: Context, fallback: DecisionState): Decision {
  const state = fields.value('state', (text) =>
    readPhrase<DecisionState>(text, STATES, { '✅': 'decided', '⏳': 'pending', '🟡': 'pending' }),
  );
  const decidedBy = fields.value('decidedBy', (text) => {
    const { value, whole } = readOwner(text);
    return { value: value === null ? [] : namesIn(value), whole };
  });
  const decidedOn = fields.value('date', (text) => readDay(text, calendar));
  const due = fields.value('due', (text) => readDay(text, calendar));
  const owner = fields.value('owner', readOwner);
  const text = fields.text('text');
  const why = fields.text('why');
  const awaiting = fields.text('awaiting');
  const whole = withKept(text, fields);
  const pending = (state ?? fallback) === 'pending';
  const split = pending && awaiting.length === 0 ? splitAwaiting(whole) : { text: whole, awaiting };
  return make.decision({
    state: state ?? fallback,
    text: split.text,
    why,
    awaiting: split.awaiting,
    decidedBy,
    decidedOn,
    owner: owner ?? (pending ? personAsked(`${plainText(whole)}\n${plainText(awaiting)}`) : null),
    due,
    affectsSprint: AFFECTS_SPRINT.test(plainText(whole)),
  });
}

/** "… preferences. @rosa to check what % …": what somebody is asked to find out is the evidence that is awaited. */
function splitAwaiting(text: RichText): { text: RichText; awaiting: RichText } {
  const whole = plainText(text);
  const asked =
    /(?:[.;!?—–-]|\n)\s{0,3}(?=@[\p{L}\p{N}._-]{1,40}\s(?:to|will|is (?:checking|gathering|confirming|finding))\b)/u.exec(
      whole,
    );
  if (asked === null) return { text, awaiting: [] };
  const end = asked.index + (/[.!?]/.test(asked[0]) ? 1 : 0);
  return {
    text: trimText(sliceText(text, 0, end)),
    awaiting: trimText(sliceText(text, asked.index + asked[0].length)),
  };
}

/** "Decided: …" and "Pending: …" in the section of decisions, every item of its lists; "Decided:" and "Decision:" anywhere. */
export const decisionEntry: Recogniser = (nodes, at, context) => {
  const entry = entryAt(nodes, at);
  if (entry === null) return null;
  const inSection = context.section?.kind === 'decisions';
  const lead = LEAD.exec(plainText(entry.text).slice(0, 300));
  const word = plainWords(lead?.groups?.state ?? '');
  const state = lead ? (STATES[word] ?? null) : null;
  const anywhere = state !== null && /^(?:decided|decision)/.test(word);
  if (!anywhere && !(inSection && (state !== null || isTopItem(nodes[at])))) return null;
  let text = lead ? trimText(sliceText(entry.text, lead[0].length)) : entry.text;
  const by = DECIDED_BY.exec(plainText(text));
  const who = by?.groups?.who ?? lead?.groups?.who ?? '';
  if (by) text = trimJoints(cutText(text, by.index, by.index + by[0].length));
  const [first, ...labelled] = splitAtLabels(text, LABELS);
  const fields = Fields.of(labelled);
  fields.add('text', '', first?.text ?? []);
  fields.add('decidedBy', 'Decided by', who === '' ? [] : [{ text: who }]);
  const boxed = entry.head.kind === 'check' ? (entry.head.checked ? 'decided' : 'pending') : null;
  const fallback = state ?? boxed ?? (context.section?.decisions === 'pending' ? 'pending' : 'decided');
  return { blocks: [buildDecision(fields, context, fallback)], used: entry.used };
};
