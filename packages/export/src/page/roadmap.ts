import {
  DATE_STATE_WORDS,
  isPromisedUnconfirmed,
  isSaid,
  isStale,
  make,
  type RoadmapRow,
  type RoadmapTable,
  statusTone,
  statusWords,
} from '@duet/domain';
import type { Cell, TablePart } from './page.ts';
import type { PageContext } from './page-context.ts';
import { age, chip, dated, note, text } from './pieces.ts';

export function roadmapPart(table: RoadmapTable, context: PageContext): TablePart {
  return {
    kind: 'table',
    caption: 'Roadmap',
    columns: [
      { label: 'Feature', width: 25 },
      { label: 'Status', width: 29 },
      { label: 'Target date', width: 19 },
      { label: 'Notes', width: 27 },
    ],
    rows: table.rows
      .filter((row) => isSaid(row, make.roadmapRow()))
      .map((row) => ({
        id: row.id,
        cells: [
          [...text(row.feature, 'lead'), ...age(row, context.today)],
          [chip(statusWords(row), statusTone(row)), ...staleness(row, context)],
          targetCell(row, context),
          [...text(row.notes), ...remarks(row)],
        ],
      })),
  };
}

function targetCell(row: RoadmapRow, { today }: PageContext): Cell {
  if (isPromisedUnconfirmed(row)) {
    return [...dated(row.targetDate, today, 'bad'), note(DATE_STATE_WORDS.promised, 'bad')];
  }
  // A date that was kept needs no word about who confirmed it.
  const state = row.dateState === null || row.progress === 'shipped' ? [] : [note(DATE_STATE_WORDS[row.dateState])];
  return [...dated(row.targetDate, today), ...state];
}

function staleness(row: RoadmapRow, { meetingDate }: PageContext): Cell {
  return row.progress !== 'shipped' && isStale(row, meetingDate) ? [note('Not updated for this meeting', 'warn')] : [];
}

function remarks(row: RoadmapRow): Cell {
  const told = row.health === 'delayed' && row.progress !== 'shipped';
  return [
    ...(told ? [row.customersTold ? note('Customers told') : note('Customers not told', 'warn')] : []),
    ...(row.overrideReason === null
      ? []
      : [
          note(
            `Started without a cleared talk: ${row.overrideReason}${row.overrideBy ? ` (${row.overrideBy})` : ''}`,
            'warn',
          ),
        ]),
  ];
}
