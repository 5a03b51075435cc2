import { make, type OpenQuestion, plainText, type QuestionState } from '@duet/domain';
import { readOwner, readPhrase } from '../reading/cells.ts';
import { defineLabels, splitAtLabels } from '../reading/labels.ts';
import { Fields, withKept } from './fields.ts';
import { takeOwner } from './owner-in-text.ts';
import { entryAt, isTopItem, type Recogniser } from './recogniser.ts';

const LABELS = defineLabels({
  question: 'question',
  'open question': 'question',
  q: 'question',
  answer: 'answer',
  a: 'answer',
  answered: 'answer',
  resolution: 'answer',
  owner: 'owner',
  status: 'state',
});

const STATES = {
  open: 'open',
  unanswered: 'open',
  answered: 'answered',
  closed: 'answered',
  resolved: 'answered',
} as const;

export function buildQuestion(fields: Fields): OpenQuestion {
  const question = fields.text('question');
  const answer = fields.text('answer');
  const owner = fields.value('owner', readOwner);
  const state = fields.value('state', (text) => readPhrase<QuestionState>(text, STATES, { '✅': 'answered' }));
  return make.openQuestion({
    question: withKept(question, fields),
    answer,
    owner,
    state: state ?? (answer.length > 0 ? 'answered' : 'open'),
  });
}

/** In its section every item of the list and every paragraph that asks; "Question: …" anywhere. */
export const questionEntry: Recogniser = (nodes, at, { section }) => {
  const entry = entryAt(nodes, at);
  if (entry === null || entry.head.kind === 'heading') return null;
  const [first, ...labelled] = splitAtLabels(entry.text, LABELS);
  const named = first?.text.length === 0 && labelled[0]?.field === 'question';
  const asks = /\?\s*$/.test(plainText(first?.text ?? []).slice(-20));
  const inSection = section?.kind === 'questions';
  if (!(inSection && (isTopItem(nodes[at]) || asks || named)) && !(named && labelled[0]?.label.length !== 1))
    return null;
  const fields = Fields.of(named ? labelled.slice(1) : labelled);
  const text = named ? (labelled[0]?.text ?? []) : (first?.text ?? []);
  const { owner, rest } = fields.has('owner') ? { owner: null, rest: text } : takeOwner(text);
  fields.add('question', '', rest);
  const built = buildQuestion(fields);
  const ticked = entry.head.kind === 'check' && entry.head.checked;
  return {
    blocks: [{ ...built, owner: built.owner ?? owner, state: ticked ? 'answered' : built.state }],
    used: entry.used,
  };
};
