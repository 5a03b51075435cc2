import {
  dayInWords,
  FEASIBILITY_WORDS,
  type Feasibility,
  isGated,
  isOutOfWindow,
  type Tone,
  type UpcomingItem,
} from '@duet/domain';
import type { CardPart, Cell } from './page.ts';
import type { PageContext } from './page-context.ts';
import { age, chip, dated, note, owner, text } from './pieces.ts';

const TONES: Readonly<Record<Feasibility, Tone>> = {
  'needs-talk': 'warn',
  'in-talk': 'warn',
  cleared: 'good',
  'not-feasible': 'warn',
};

export function upcomingPart(item: UpcomingItem, context: PageContext): CardPart {
  const fields: readonly (readonly [string, Cell])[] = [
    ['Core', text(item.core)],
    ['Stretch', text(item.stretch)],
    ['Design docs', text(item.docs)],
    ['If not done', contingencyCell(item, context)],
    ['Then', text(item.fallback)],
    ['Owner', item.owner === null ? [] : owner(item.owner)],
    ['Gate', gateCell(item, context)],
  ];
  return {
    kind: 'card',
    id: item.id,
    title: item.title,
    aside: item.sprintStart && `Sprint starting ${dayInWords(item.sprintStart, context.today)}`,
    chip: chip(FEASIBILITY_WORDS[item.feasibility], TONES[item.feasibility]),
    unsettled: false,
    voices: [
      { side: 'product', label: 'Product intent', text: item.intent },
      { side: 'engineering', label: 'Engineering view', text: item.engineering },
    ],
    fields: fields.filter(([, cell]) => cell.length > 0).map(([label, cell]) => ({ label, cell })),
  };
}

function contingencyCell(item: UpcomingItem, { today }: PageContext): Cell {
  const words = text(item.contingency);
  if (words.length === 0) return [];
  const passed = item.contingencyBy !== null && item.contingencyBy < today && !item.contingencyMet;
  return [
    ...words,
    ...dated(item.contingencyBy, today, passed ? 'bad' : 'plain'),
    ...(item.contingencyMet ? [note('Done')] : passed ? [note('Decide now', 'bad')] : []),
  ];
}

function gateCell(item: UpcomingItem, { today }: PageContext): Cell {
  const window = isOutOfWindow(item, today) ? [note('More than two sprints away')] : [];
  if (isGated(item)) return [...heldNote(item, today), ...window, ...age(item, today)];
  const by = [item.clearedBy && `by ${item.clearedBy}`, item.clearedOn && `on ${dayInWords(item.clearedOn, today)}`];
  const told = by.filter((words) => words !== null).join(' ');
  return [...(told === '' ? [] : [note(`Cleared ${told}`)]), ...window, ...age(item, today)];
}

function heldNote({ feasibility, sprintStart }: UpcomingItem, today: PageContext['today']): Cell {
  if (feasibility !== 'not-feasible' || sprintStart === null) return [];
  return [note(`On hold for the sprint of ${dayInWords(sprintStart, today)}`, 'warn')];
}
