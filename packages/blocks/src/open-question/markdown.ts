import { newId, type OpenQuestion } from '@duet/domain';
import { entryMarkdown } from '../markdown/entry.ts';
import { carriedField, fieldsOf } from '../markdown/fields.ts';
import { attributes, openQuestion } from './model.ts';

const { cell, value, word, link } = fieldsOf<OpenQuestion>();

export const openQuestionMarkdown = entryMarkdown<OpenQuestion>(
  'Question',
  cell('Question', 'question'),
  [
    word('State', 'state', attributes.state),
    value('Owner', 'owner', attributes.owner),
    cell('Answer', 'answer'),
    value('Raised by', 'raisedBy', attributes.raisedBy),
    value('Raised on', 'raisedOn', attributes.raisedOn),
    link('About', 'about'),
    value('Threatens', 'threatens', attributes.threatens),
    carriedField(),
  ],
  () => openQuestion.read({ type: openQuestion.name }, () => newId()),
);
