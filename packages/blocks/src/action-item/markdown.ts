import { type ActionItem, countOfDays, lateDays, newId } from '@duet/domain';
import type { BlockMarkdown } from '../markdown/block-markdown.ts';
import { carriedField, type Field, fieldsOf, spoken, textOf, warning } from '../markdown/fields.ts';
import { spaced } from '../markdown/html.ts';
import { tableMarkdown } from '../markdown/table.ts';
import { actionItem, attributes } from './model.ts';

const { cell, value, word, link } = fieldsOf<ActionItem>();

/** The day; that it has passed stands out (M17). */
const due: Field<ActionItem> = {
  label: 'Due',
  write: (action, _, { today }) => {
    const late = today === null ? 0 : lateDays(action, today);
    return spaced(spoken(action.due ?? ''), late > 0 ? warning(`${countOfDays(late)} late`) : []);
  },
  read: (nodes, source) => ({ due: attributes.due.read(textOf(nodes, source)) }),
};

const table = tableMarkdown<ActionItem>(
  [
    cell('Action', 'action'),
    value('Owner', 'owner', attributes.owner),
    due,
    word('Status', 'status', attributes.status),
  ],
  [link('From', 'origin'), carriedField()],
  () => actionItem.read({ type: actionItem.name }, () => newId()),
);

/** Action items that follow each other are one table. */
export const actionItemMarkdown: BlockMarkdown<ActionItem> = {
  write: (run, links) => [table.write(run, links)],
  read: ([node], source) => {
    const blocks = table.read(node, source);
    return blocks === null ? null : { blocks, taken: 1 };
  },
};
