import { newId, type UpcomingItem } from '@duet/domain';
import { entryMarkdown } from '../markdown/entry.ts';
import { carriedField, fieldsOf } from '../markdown/fields.ts';
import { attributes, upcomingItem } from './model.ts';

const { cell, value, word, yes } = fieldsOf<UpcomingItem>();

export const upcomingItemMarkdown = entryMarkdown<UpcomingItem>(
  'Upcoming',
  cell('Title', 'title'),
  [
    value('Sprint start', 'sprintStart', attributes.sprintStart),
    value('Owner', 'owner', attributes.owner),
    word('Feasibility', 'feasibility', attributes.feasibility),
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
