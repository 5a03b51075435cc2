import {
  type Attendee,
  actionItems,
  addDays,
  decisions,
  type Finding,
  finalizeFindings,
  finalizeWarnings,
  type IsoDate,
  type Meeting,
  riskRows,
} from '@duet/domain';
import type { Resolution } from '../api/types.ts';

/** What happens to a risk without an owner when the notes are locked: it goes to one person, either way. */
export interface RiskChoice {
  readonly way: 'assign' | 'escalate';
  readonly to: string;
}

export interface Review {
  readonly risks: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** "2 decisions, 4 risks, 5 actions" */
  readonly contents: string;
}

export function reviewOf(meeting: Meeting, today: IsoDate): Review {
  return {
    risks: finalizeFindings(meeting),
    warnings: finalizeWarnings(meeting, { today }),
    contents: [
      counted(decisions(meeting).length, 'decision'),
      counted(riskRows(meeting).length, 'risk'),
      counted(actionItems(meeting).length, 'action'),
    ].join(', '),
  };
}

/** The safe default: it is escalated to the facilitator who finalizes, until a better person is named. */
export function defaultChoice(me: Attendee): RiskChoice {
  return { way: 'escalate', to: me.name };
}

export function resolutionsOf(choices: ReadonlyMap<string, RiskChoice>): readonly Resolution[] {
  return [...choices].map(([id, { way, to }]) =>
    way === 'assign' ? { id, owner: to.trim() } : { id, escalatedTo: to.trim() },
  );
}

/** What the button says is what it does. */
export function finalizeLabel(choices: ReadonlyMap<string, RiskChoice>): string {
  const count = (way: RiskChoice['way']): number => [...choices.values()].filter((choice) => choice.way === way).length;
  const parts = [
    count('assign') > 0 && `assign ${counted(count('assign'), 'risk')}`,
    count('escalate') > 0 && `escalate ${counted(count('escalate'), 'risk')}`,
  ].filter((part): part is string => part !== false);
  if (parts.length === 0) return 'Finalize';
  return parts.length === 1 ? `Finalize and ${parts[0]}` : `Finalize, ${parts.join(' and ')}`;
}

/** The day on which what stays open comes back. */
export function returnsOn(meeting: Meeting): IsoDate | null {
  return meeting.date === null ? null : addDays(meeting.date, 7);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
