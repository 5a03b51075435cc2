import { countOfDays, dayInWords, daysBetween, type OpenQuestion, QUESTION_WORDS } from '@duet/domain';
import type { CardPart, Cell } from './page.ts';
import type { PageContext } from './page-context.ts';
import { age, chip, note, owner, text } from './pieces.ts';

export function questionPart(question: OpenQuestion, { today }: PageContext): CardPart {
  const open = question.state === 'open';
  const concern = question.raisedBy !== null;
  const fields: readonly (readonly [string, Cell])[] = [
    ['Answer', text(question.answer)],
    ['Raised by', raised(question, today)],
    ['Owner', question.owner === null ? [] : owner(question.owner)],
    ['Since', age(question, today)],
  ];
  return {
    kind: 'card',
    id: question.id,
    title: question.question,
    aside: null,
    chip: chip(concern && open ? 'Concern' : QUESTION_WORDS[question.state], open ? 'warn' : 'plain'),
    unsettled: open,
    voices: [],
    fields: fields.filter(([, cell]) => cell.length > 0).map(([label, cell]) => ({ label, cell })),
  };
}

function raised({ raisedBy, raisedOn, threatens }: OpenQuestion, today: PageContext['today']): Cell {
  if (raisedBy === null) return [];
  const on = raisedOn === null ? '' : ` on ${dayInWords(raisedOn, today)}`;
  const ahead =
    raisedOn === null || threatens === null || threatens < raisedOn
      ? ''
      : `, ${countOfDays(daysBetween(raisedOn, threatens))} ahead of ${dayInWords(threatens, today)}`;
  return [note(`${raisedBy}${on}${ahead}`)];
}
