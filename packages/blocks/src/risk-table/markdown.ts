import { isEscalated, isUnowned, newId, type RiskRow, type RiskTable } from '@duet/domain';
import type { BlockMarkdown } from '../markdown/block-markdown.ts';
import { carriedField, type Field, fieldsOf, spoken, textOf, warning } from '../markdown/fields.ts';
import { spaced } from '../markdown/html.ts';
import { tableMarkdown } from '../markdown/table.ts';
import { attributes, riskRow } from './model.ts';

const { cell, value, word, link } = fieldsOf<RiskRow>();

/** Who owns it; that nobody in particular does stands out, and that it was escalated (M14). */
const owner: Field<RiskRow> = {
  label: 'Owner',
  write: (row) =>
    spaced(spoken(row.owner ?? ''), isUnowned(row) ? warning(isEscalated(row) ? 'escalated' : 'unowned') : []),
  read: (nodes, source) => ({ owner: attributes.owner.read(textOf(nodes, source)) }),
};

/** "high (6 weeks)": a level and what somebody noted with it, each of which may be missing. */
function level(label: string, key: 'likelihood' | 'impact', note: 'likelihoodNote' | 'impactNote'): Field<RiskRow> {
  return {
    label,
    write: (row) => spoken([row[key] ?? '', row[note] === null ? '' : `(${row[note]})`].join(' ').trim()),
    read: (nodes, source) => {
      const [, word, noted] = /^([a-z]*) ?(?:\((.*)\))?$/s.exec(textOf(nodes, source)) ?? [];
      return { [key]: attributes[key].read(word), [note]: attributes[note].read(noted) };
    },
  };
}

const table = tableMarkdown<RiskRow>(
  [
    cell('Risk', 'risk'),
    owner,
    level('Likelihood', 'likelihood', 'likelihoodNote'),
    level('Impact', 'impact', 'impactNote'),
    cell('Mitigation', 'mitigation'),
    word('State', 'state', attributes.state),
  ],
  [value('Escalated to', 'escalatedTo', attributes.escalatedTo), link('From', 'origin'), carriedField()],
  () => riskRow.read({ type: riskRow.name }, () => newId()),
);

export const riskTableMarkdown: BlockMarkdown<RiskTable> = {
  write: (run, links) => run.map(({ rows }) => table.write(rows, links)),
  read: ([node], source) => {
    const rows = table.read(node, source);
    return rows === null ? null : { blocks: [{ type: 'riskTable', rows }], taken: 1 };
  },
};
