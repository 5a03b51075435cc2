import { newId, type RoadmapRow, type RoadmapTable } from '@duet/domain';
import type { BlockMarkdown } from '../markdown/block-markdown.ts';
import { carriedField, type Field, fieldsOf, spoken, textOf, warning } from '../markdown/fields.ts';
import { spaced } from '../markdown/html.ts';
import { tableMarkdown } from '../markdown/table.ts';
import { attributes, roadmapRow } from './model.ts';

const { cell, value, word, yes, link } = fieldsOf<RoadmapRow>();

/** "2025-04-03 (confirmed)"; that a date was promised outside and engineering hasn't confirmed it stands out (M7). */
const target: Field<RoadmapRow> = {
  label: 'Target',
  write: ({ targetDate, dateState }) =>
    spaced(
      spoken([targetDate ?? '', dateState === null ? '' : `(${dateState})`].join(' ').trim()),
      dateState === 'promised' ? warning('not confirmed') : [],
    ),
  read: (nodes, source) => {
    const [, date, state] = /^(\d\S+)? ?(?:\((\w+)\))?$/.exec(textOf(nodes, source)) ?? [];
    return { targetDate: attributes.targetDate.read(date), dateState: attributes.dateState.read(state) };
  },
};

const table = tableMarkdown<RoadmapRow>(
  [
    cell('Feature', 'feature'),
    word('Progress', 'progress', attributes.progress),
    word('Health', 'health', attributes.health),
    target,
    cell('Notes', 'notes'),
  ],
  [
    yes('Customers told', 'customersTold'),
    value('Confirmed on', 'confirmedOn', attributes.confirmedOn),
    value('Started uncleared because', 'overrideReason', attributes.overrideReason),
    value('Started uncleared by', 'overrideBy', attributes.overrideBy),
    link('From', 'origin'),
    carriedField(),
  ],
  () => roadmapRow.read({ type: roadmapRow.name }, () => newId()),
);

export const roadmapTableMarkdown: BlockMarkdown<RoadmapTable> = {
  write: (run, links) => run.map(({ rows }) => table.write(rows, links)),
  read: ([node], source) => {
    const rows = table.read(node, source);
    return rows === null ? null : { blocks: [{ type: 'roadmapTable', rows }], taken: 1 };
  },
};
