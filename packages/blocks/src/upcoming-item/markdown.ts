import { newId, type UpcomingItem } from '@duet/domain';
import { entryMarkdown } from '../markdown/entry.ts';
import { carriedField, type Field, fieldsOf, spoken, textOf } from '../markdown/fields.ts';
import { attributes, upcomingItem } from './model.ts';

const { cell, value, yes } = fieldsOf<UpcomingItem>();

/** "needs talk"; what is not feasible is called what it is everywhere: on hold. */
const feasibility: Field<UpcomingItem> = {
  label: 'Feasibility',
  write: ({ feasibility: state }) => spoken(state === 'not-feasible' ? ON_HOLD : state.replaceAll('-', ' ')),
  read: (nodes, source) => {
    const text = textOf(nodes, source);
    const state = text === ON_HOLD ? 'not-feasible' : text.replaceAll(' ', '-');
    return { feasibility: attributes.feasibility.read(state) };
  },
};
const ON_HOLD = 'on hold';

export const upcomingItemMarkdown = entryMarkdown<UpcomingItem>(
  'Upcoming',
  cell('Title', 'title'),
  [
    value('Sprint start', 'sprintStart', attributes.sprintStart),
    value('Owner', 'owner', attributes.owner),
    feasibility,
    value('Cleared by', 'clearedBy', attributes.clearedBy),
    value('Cleared on', 'clearedOn', attributes.clearedOn),
    cell('Product intent', 'intent'),
    cell('Engineering view', 'engineering'),
    cell('Core goals', 'core'),
    cell('Stretch goals', 'stretch'),
    cell('Design documents', 'docs'),
    cell('Depends on', 'contingency'),
    value('Done by', 'contingencyBy', attributes.contingencyBy),
    yes('Is done', 'contingencyMet'),
    cell('Otherwise', 'fallback'),
    carriedField(),
  ],
  () => upcomingItem.read({ type: upcomingItem.name }, () => newId()),
);
