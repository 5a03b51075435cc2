import type { Finding, IsoDate, Meeting, Role, Side } from '@duet/domain';
import {
  type Block,
  clearance,
  fallbackDecision,
  mayConfirmDate,
  type UpcomingItem,
  upcomingItems,
} from '@duet/domain';
import { shortDay } from '../../time/format-date.ts';

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** A block made of what the meeting says by then; null where there is nothing to make it of any more. */
export type BlockOf = (now: Meeting) => Block | null;

/** A button beside a finding: sets attributes of its block, names a person, or leads to where it (the text `field`) is written. */
export type FixAction =
  | { readonly kind: 'set'; readonly label: string; readonly attrs: Attributes }
  | { readonly kind: 'assign'; readonly label: string }
  | { readonly kind: 'add'; readonly label: string; readonly block: BlockOf }
  | { readonly kind: 'open'; readonly label: string; readonly field?: keyof typeof OPEN_LABELS };

interface FixContext {
  readonly meeting: Meeting;
  readonly today: IsoDate;
  readonly me: { readonly name: string; readonly side: Side; readonly role: Role };
}

const OFFERED_DAYS = 2;
const OPEN_LABELS = {
  title: 'Name it',
  intent: 'Write the intent',
  engineering: 'Write what is in the way',
  why: 'Write why',
  notes: 'Write the note',
  answer: 'Answer it',
} as const;

/** The one thing that settles a finding, as far as this person may do it from here. */
export function fixActions({ fix, blockId }: Finding, context: FixContext): readonly FixAction[] {
  switch (fix?.kind) {
    case undefined:
      return [];
    case 'talk-through':
      return [talkThrough(blockId, context)];
    case 'settle-contingency':
      return settleContingency(blockId, context);
    case 'move-date':
      return fix.days
        .slice(0, OFFERED_DAYS)
        .map((day) => ({ kind: 'set', label: `Move to ${shortDay(day)}`, attrs: { [fix.attribute]: day } }));
    case 'confirm-date':
      return mayConfirmDate(context.me.side)
        ? [{ kind: 'set', label: 'Confirm the date', attrs: { dateState: 'confirmed' } }]
        : [];
    case 'name-owner':
      return [{ kind: 'assign', label: 'Assign' }];
    case 'name-deciders':
      return [{ kind: 'open', label: 'Say who decided' }];
    case 'mark-done':
      return [{ kind: 'set', label: 'Mark done', attrs: { status: 'done' } }];
    case 'customers-told':
      return [{ kind: 'set', label: 'They were told', attrs: { customersTold: true } }];
    case 'confirm-row':
      return [{ kind: 'set', label: 'Still true', attrs: { confirmedOn: context.meeting.date ?? context.today } }];
    case 'write':
      return [{ kind: 'open', label: OPEN_LABELS[fix.field], field: fix.field }];
  }
}

/** What was waited for is done after all, or the fallback is the plan from now on (M11). */
function settleContingency(blockId: string, { me, today }: FixContext): readonly FixAction[] {
  const fallback: BlockOf = (now) => {
    const item = itemOf(now, blockId);
    return item ? fallbackDecision(item, me.name, today) : null;
  };
  return [
    { kind: 'set', label: 'It is done', attrs: { contingencyMet: true } },
    { kind: 'add', label: 'Use the fallback', block: fallback },
  ];
}

/** Who may not clear the item (M8) is led to it. */
function talkThrough(blockId: string, { meeting, me, today }: FixContext): FixAction {
  const item = itemOf(meeting, blockId);
  const attrs = item && clearance(item, me, today);
  return attrs
    ? { kind: 'set', label: 'Mark talked through', attrs }
    : { kind: 'open', label: 'Talk it through', field: 'engineering' };
}

function itemOf(meeting: Meeting, id: string): UpcomingItem | undefined {
  return upcomingItems(meeting).find((item) => item.id === id);
}
