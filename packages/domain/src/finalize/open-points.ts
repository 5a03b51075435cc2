import { lateDays } from '../action-due.ts';
import type { AttentionOptions } from '../attention/attention.ts';
import type { Finding, FindingKind, Fix } from '../attention/finding.ts';
import { nextDate } from '../carry-over.ts';
import { countOfDays, dayInWords } from '../day-words.ts';
import type { IsoDate } from '../iso-date.ts';
import { actionItems, type Meeting, upcomingItems } from '../meeting.ts';
import { finalizeFindings, finalizeWarnings } from './finalize-review.ts';
import { type Resolution, type ResolutionField, refusalOf, type Settling } from './resolution.ts';

/** What one side of the switch stands for. */
export interface Choice {
  /** On the switch. */
  readonly label: string;
  /** What finalizing makes of it, in a sentence. One that asks for a person ends before the name. */
  readonly said: string;
  readonly deed: Deed;
  /** Why this person cannot choose it. */
  readonly refused?: string;
}

export type Deed =
  /** It goes out as it is, and comes back in the next meeting. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'set'; readonly effect: Effect; readonly resolution: Resolution }
  /** Waits for a value to be typed or picked; `suggested` may be empty. */
  | {
      readonly kind: 'ask';
      readonly effect: Effect;
      readonly field: ResolutionField;
      readonly input: 'person' | 'people' | 'day' | 'text';
      readonly suggested: string;
    };

/** For the button: "escalate" and "risk" make "escalate 2 risks". */
export interface Effect {
  readonly verb: string;
  readonly noun: string;
}

/** Something that is still open when the meeting is to be finalized, with the two ways to let it go. */
export interface OpenPoint {
  readonly finding: Finding;
  /** Settles it. */
  readonly settle: Choice;
  /** What happens when nobody chooses: nothing untrue is written, and nothing is forgotten. */
  readonly safe: Choice;
}

export interface ReviewContext extends AttentionOptions, Settling {
  /** Whom unowned risks go to. */
  readonly escalateTo: string;
}

/** [M31] Everything open, the risks that may not leave like this first. */
export function openPoints(meeting: Meeting, context: ReviewContext): readonly OpenPoint[] {
  const findings = [...finalizeFindings(meeting), ...finalizeWarnings(meeting, context)];
  return findings.map((finding) => {
    const { settle, safe } = WAYS[finding.kind](finding, { ...context, meeting });
    return { finding, settle: refusable(settle, meeting, context), safe };
  });
}

interface PointContext extends ReviewContext {
  readonly meeting: Meeting;
}
type Ways = (finding: Finding, context: PointContext) => Omit<OpenPoint, 'finding'>;

const WAYS: { readonly [K in FindingKind]: Ways } = {
  'unowned-risk': (_, { escalateTo }) => ({
    settle: ask('Assign', 'Risk with no owner. From now on it is with', effect('assign', 'risk'), 'owner', 'person'),
    safe: ask(
      'Escalate',
      'Risk with no owner. Goes to',
      effect('escalate', 'risk'),
      'escalatedTo',
      'person',
      escalateTo,
    ),
  }),
  'pending-without-owner': (_, context) => ({
    settle: ask('Name decider', 'Pending. It is settled by', effect('name', 'decider'), 'owner', 'person'),
    safe: leave('Carry over', `No decider yet. ${returns(context, 'Returns first thing')}`),
  }),
  ungated: ({ blockId }, context) => ({
    settle: set('Talked through', `The talk happened. Cleared by ${context.by.name}, today.`, effect('clear', 'item'), {
      id: blockId,
      field: 'feasibility',
      value: 'cleared',
    }),
    safe: hold(blockId, context),
  }),
  'decide-now': ({ blockId, why }, context) => ({
    settle: set('It is done', 'The condition is met, and the plan stands.', effect('settle', 'condition'), {
      id: blockId,
      field: 'contingencyMet',
      value: true,
    }),
    safe: leave('Carry over', `${why} ${returns(context)}`),
  }),
  'date-collision': (finding, { today }) => ({
    settle: moveDate(finding, today),
    safe: leave('Keep date', `${finding.why} Goes out with the collision named.`),
  }),
  'promised-unconfirmed': ({ blockId, why }) => ({
    settle: set('Confirmed', 'Engineering confirms the date.', effect('confirm', 'date'), {
      id: blockId,
      field: 'dateState',
      value: 'confirmed',
    }),
    safe: leave('Leave open', `${why} Goes out in red.`),
  }),
  'decided-without-who-or-why': (finding) => ({
    settle:
      finding.fix?.kind === 'name-deciders'
        ? ask('Say who', 'It was decided by', effect('complete', 'decision'), 'decidedBy', 'people')
        : writeField(finding, 'Say why', effect('complete', 'decision')),
    safe: leave('Leave open', `${finding.why} Goes out like this.`),
  }),
  'overdue-action': ({ blockId }, context) => ({
    settle: ask('New date', 'It stays open, and is due on', effect('move', 'date'), 'due', 'day', dueAnew(context)),
    safe: leave('Carry over', `${lateWords(blockId, context)} Stays open with the same date.`),
  }),
  'delayed-without-note': (finding) => ({
    settle: writeField(finding, 'Say why', effect('write', 'note')),
    safe: leave('Leave open', `${finding.why} Goes out like this.`),
  }),
  'customers-not-told': ({ blockId }) => ({
    settle: set('They were told', 'Delayed, and customers know.', effect('update', 'row'), {
      id: blockId,
      field: 'customersTold',
      value: true,
    }),
    safe: leave('Leave open', 'Delayed. Goes out as “customers not told”.'),
  }),
  'stale-row': ({ blockId, why }, { meeting, today }) => ({
    settle: set('Still true', 'Confirmed as it stands.', effect('confirm', 'row'), {
      id: blockId,
      field: 'confirmedOn',
      value: meeting.date ?? today,
    }),
    safe: leave('Leave open', `${why} Goes out as not updated.`),
  }),
  'incomplete-item': (finding) => ({
    settle: writeField(finding, 'Write it', effect('complete', 'item')),
    safe: leave('Leave open', `${finding.why} Goes out like this.`),
  }),
  'raised-concern': answer,
  'unanswered-question': answer,
};

function effect(verb: string, noun: string): Effect {
  return { verb, noun };
}

function leave(label: string, said: string): Choice {
  return { label, said, deed: { kind: 'leave' } };
}

function set(label: string, said: string, does: Effect, resolution: Resolution): Choice {
  return { label, said, deed: { kind: 'set', effect: does, resolution } };
}

type Ask = Extract<Deed, { kind: 'ask' }>;

function ask(
  label: string,
  said: string,
  does: Effect,
  field: ResolutionField,
  input: Ask['input'],
  suggested = '',
): Choice {
  return { label, said, deed: { kind: 'ask', effect: does, field, input, suggested } };
}

function answer(finding: Finding, context: PointContext): Omit<OpenPoint, 'finding'> {
  return {
    settle: ask('Answer', 'The answer goes into the notes.', effect('answer', 'question'), 'answer', 'text'),
    safe: leave('Carry over', `${finding.why} ${returns(context)}`),
  };
}

/** An item that is held already needs nothing. */
function hold(id: string, { meeting, today }: PointContext): Choice {
  const item = upcomingItems(meeting).find((one) => one.id === id);
  if (item?.feasibility === 'not-feasible') return leave('Hold', 'On hold. It stays so.');
  const sprint = item?.sprintStart ? ` for the sprint of ${dayInWords(item.sprintStart, today)}` : '';
  const talk = item?.feasibility === 'in-talk' ? 'The talk is not finished' : 'No feasibility talk';
  return set('Hold', `${talk}. Marked “on hold”${sprint}.`, effect('hold', 'item'), {
    id,
    field: 'feasibility',
    value: 'not-feasible',
  });
}

function moveDate({ blockId: id, fix }: Finding, today: IsoDate): Choice {
  const value = fix?.kind === 'move-date' ? fix.days[0] : undefined;
  if (fix?.kind !== 'move-date' || value === undefined) return leave('Keep date', 'There is no free day near it.');
  const said = `Moves to ${dayInWords(value, today)}, the nearest free day.`;
  return set('Move date', said, effect('move', 'date'), { id, field: fix.attribute, value });
}

type Written = Extract<Fix, { kind: 'write' }>['field'];

const ASKED: Readonly<Record<Written, string>> = {
  title: 'What is it?',
  intent: 'Why does it matter?',
  engineering: 'What is in the way?',
  why: 'Why was it decided?',
  notes: 'Why is it delayed?',
  answer: 'What is the answer?',
};

function writeField({ fix }: Finding, label: string, does: Effect): Choice {
  const field = fix?.kind === 'write' ? fix.field : 'notes';
  return ask(label, ASKED[field], does, field, 'text');
}

/** An overdue action is most likely due again at the next meeting, unless that has passed as well. */
function dueAnew({ meeting, today }: PointContext): string {
  const next = nextDate(meeting);
  return next !== null && next > today ? next : '';
}

function lateWords(id: string, { meeting, today }: PointContext): string {
  const action = actionItems(meeting).find((one) => one.id === id);
  if (action === undefined) return '';
  return `${countOfDays(lateDays(action, today))} late, ${action.owner === null ? 'with nobody' : `with ${action.owner}`}.`;
}

function returns({ meeting, today }: PointContext, how = 'Returns'): string {
  const next = nextDate(meeting);
  return next === null ? `${how} in the next meeting.` : `${how} on ${dayInWords(next, today)}.`;
}

function refusable(choice: Choice, meeting: Meeting, settling: Settling): Choice {
  if (choice.deed.kind !== 'set') return choice;
  const refused = refusalOf(meeting, choice.deed.resolution, settling);
  return refused === null ? choice : { ...choice, refused };
}

/** What will happen, for the button: "Finalize, assign 1 risk and hold 2 items". */
export function finalizeWords(effects: readonly Effect[]): string {
  const counts = new Map<string, number>();
  for (const { verb, noun } of effects) counts.set(`${verb} ${noun}`, (counts.get(`${verb} ${noun}`) ?? 0) + 1);
  const parts = [...counts].map(([words, count]) => {
    const [verb, noun] = words.split(' ');
    return `${verb} ${count} ${plural(noun ?? '', count)}`;
  });
  const last = parts.pop();
  if (last === undefined) return 'Finalize';
  return parts.length === 0 ? `Finalize and ${last}` : `Finalize, ${parts.join(', ')} and ${last}`;
}

function plural(noun: string, count: number): string {
  return count === 1 ? noun : `${noun}s`;
}
