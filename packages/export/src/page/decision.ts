import {
  DECISION_WORDS,
  type Decision,
  type DecisionState,
  dayInWords,
  type IsoDate,
  isBlank,
  plain,
  soleOwner,
  type Tone,
} from '@duet/domain';
import type { CardPart, Cell } from './page.ts';
import type { PageContext } from './page-context.ts';
import { age, chip, dated, note, text } from './pieces.ts';

const TONES: Readonly<Record<DecisionState, Tone>> = { decided: 'good', pending: 'warn', superseded: 'plain' };

export function decisionPart(decision: Decision, { today, carriedTo }: PageContext): CardPart {
  const pending = decision.state === 'pending';
  const fields: readonly (readonly [string, Cell])[] = [
    [
      'Why',
      isBlank(decision.why) && decision.state === 'decided' ? [note('Not written down', 'warn')] : text(decision.why),
    ],
    ['Waiting on', text(decision.awaiting)],
    ['Who', pending ? pendingOwner(decision, today, carriedTo) : deciders(decision, today)],
    ['Due', pending ? dated(decision.due, today, decision.due !== null && decision.due < today ? 'bad' : 'plain') : []],
    ['Sprint', decision.affectsSprint ? [note('Changes the sprint plan', 'warn')] : []],
    ['Since', age(decision, today)],
  ];
  return {
    kind: 'card',
    id: decision.id,
    title: decision.text,
    aside: null,
    chip: chip(DECISION_WORDS[decision.state], TONES[decision.state]),
    unsettled: pending,
    voices: [],
    fields: fields.filter(([, cell]) => cell.length > 0).map(([label, cell]) => ({ label, cell })),
  };
}

function pendingOwner({ owner }: Decision, today: IsoDate, carriedTo: IsoDate | null): Cell {
  if (soleOwner(owner) === null) {
    const carried = carriedTo === null ? [] : [note(`Carried to ${dayInWords(carriedTo, today)}`)];
    return [chip('No decider yet', 'warn'), ...(owner === null ? [] : text(plain(owner))), ...carried];
  }
  return text(plain(`@${owner}`));
}

function deciders({ decidedBy, decidedOn, state }: Decision, today: PageContext['today']): Cell {
  if (decidedBy.length === 0) return state === 'decided' ? [note('Not written down', 'warn')] : [];
  const names = decidedBy.join(' and ');
  return text(plain(decidedOn === null ? names : `${names}, ${dayInWords(decidedOn, today)}`));
}
