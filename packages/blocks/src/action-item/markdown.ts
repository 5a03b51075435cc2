import { type ActionItem, newId } from '@duet/domain';
import type { BlockMarkdown } from '../markdown/block-markdown.ts';
import { carriedField, fieldsOf } from '../markdown/fields.ts';
import { tableMarkdown } from '../markdown/table.ts';
import { actionItem, attributes } from './model.ts';

const { cell, value, word, link } = fieldsOf<ActionItem>();

const table = tableMarkdown<ActionItem>(
  [
    cell('Action', 'action'),
    value('Owner', 'owner', attributes.owner),
    value('Due', 'due', attributes.due),
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
