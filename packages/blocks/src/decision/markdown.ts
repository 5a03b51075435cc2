import { type Decision, newId } from '@duet/domain';
import { entryMarkdown } from '../markdown/entry.ts';
import { carriedField, fieldsOf } from '../markdown/fields.ts';
import { attributes, decision } from './model.ts';

const { cell, value, word, yes, link } = fieldsOf<Decision>();

export const decisionMarkdown = entryMarkdown<Decision>(
  'Decision',
  cell('Text', 'text'),
  [
    word('State', 'state', attributes.state),
    value('Decided by', 'decidedBy', attributes.decidedBy),
    value('Decided on', 'decidedOn', attributes.decidedOn),
    cell('Why', 'why'),
    cell('Waiting for', 'awaiting'),
    value('Owner', 'owner', attributes.owner),
    value('Due', 'due', attributes.due),
    yes('Affects the sprint plan', 'affectsSprint'),
    link('From', 'origin'),
    link('Replaces', 'supersedes'),
    link('Replaced by', 'supersededBy'),
    carriedField(),
  ],
  () => decision.read({ type: decision.name }, () => newId()),
);
