import { make, type RiskRow } from '@duet/domain';
import { readLevel, readOwner, readPhrase } from '../reading/cells.ts';
import { defineLabels, splitAtLabels } from '../reading/labels.ts';
import { Fields, withKept } from './fields.ts';
import { takeOwner } from './owner-in-text.ts';
import { entryAt, isTopItem, type Recogniser } from './recogniser.ts';

const LABELS = defineLabels({
  risk: 'risk',
  owner: 'owner',
  likelihood: 'likelihood',
  probability: 'likelihood',
  impact: 'impact',
  severity: 'impact',
  mitigation: 'mitigation',
  'mitigation plan': 'mitigation',
  'escalated to': 'escalatedTo',
});

const STATES = { open: 'open', closed: 'closed', resolved: 'closed' } as const;

/** The longest note that an attribute of a block takes. */
const LONGEST_NOTE = 300;

export function buildRiskRow(fields: Fields): RiskRow {
  const level = (field: string) =>
    fields.value(field, (text) =>
      text.length > LONGEST_NOTE
        ? { value: { level: null, note: null }, whole: false }
        : { value: readLevel(text), whole: true },
    );
  const risk = fields.text('risk');
  const owner = fields.value('owner', readOwner);
  const likelihood = level('likelihood');
  const impact = level('impact');
  const state = fields.value('status', (text) => readPhrase(text, STATES));
  const escalatedTo = fields.value('escalatedTo', readOwner);
  return make.riskRow({
    risk,
    owner,
    likelihood: likelihood.level,
    likelihoodNote: likelihood.note,
    impact: impact.level,
    impactNote: impact.note,
    state: state ?? 'open',
    escalatedTo,
    mitigation: withKept(fields.text('mitigation'), fields),
  });
}

/** An item of a list of risks, or "Risk: …" anywhere. */
export const riskItem: Recogniser = (nodes, at, { section }) => {
  const entry = entryAt(nodes, at);
  if (entry === null || entry.head.kind === 'heading') return null;
  const [first, ...labelled] = splitAtLabels(entry.text, LABELS);
  const named = first?.text.length === 0 && labelled[0]?.field === 'risk';
  if (!named && !(section?.kind === 'risks' && isTopItem(nodes[at]))) return null;
  const fields = Fields.of(labelled);
  if (!named && first) {
    const { owner, rest } = fields.has('owner') ? { owner: null, rest: first.text } : takeOwner(first.text);
    fields.add('risk', '', rest);
    if (owner !== null) fields.add('owner', 'Owner', [{ text: owner }]);
  }
  return { blocks: [{ type: 'riskTable', rows: [buildRiskRow(fields)] }], used: entry.used };
};
