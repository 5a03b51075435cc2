import {
  ACTION_WORDS,
  type ActionItem,
  countOfDays,
  isBlank,
  isOpenAction,
  isSaid,
  lateDays,
  make,
  plain,
} from '@duet/domain';
import type { Cell, TablePart } from './page.ts';
import type { PageContext } from './page-context.ts';
import { age, dated, note, owner, text } from './pieces.ts';

/** Actions that follow each other are the rows of one table. */
export function actionsPart(actions: readonly ActionItem[], context: PageContext): TablePart {
  return {
    kind: 'table',
    caption: 'Action items',
    columns: [
      { label: 'Done', width: 8 },
      { label: 'Action', width: 44 },
      { label: 'Owner', width: 16 },
      { label: 'Due date', width: 17 },
      { label: 'Status', width: 15 },
    ],
    rows: actions
      .filter((action) => isSaid(action, make.actionItem()))
      .map((action) => ({
        id: action.id,
        cells: [
          [{ kind: 'check', checked: action.status === 'done', words: action.status === 'done' ? 'Done' : 'Not done' }],
          [...text(action.action, isOpenAction(action) ? 'lead' : 'struck'), ...age(action, context.today)],
          isOpenAction(action) || action.owner !== null ? owner(action.owner) : [],
          dueCell(action, context),
          text(plain(ACTION_WORDS[action.status])),
        ],
      })),
  };
}

function dueCell(action: ActionItem, { today }: PageContext): Cell {
  const late = lateDays(action, today);
  if (late === 0 || isBlank(action.action)) return dated(action.due, today);
  return [...dated(action.due, today, 'bad'), note(`${countOfDays(late)} late`, 'bad')];
}
