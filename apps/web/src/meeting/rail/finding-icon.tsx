import type { FindingKind } from '@duet/domain';
import {
  CalendarClock,
  CalendarRange,
  CalendarX,
  CircleHelp,
  Hand,
  Hourglass,
  ListTodo,
  type LucideIcon,
  Megaphone,
  MessagesSquare,
  NotebookPen,
  Signpost,
  UserRoundX,
} from 'lucide-react';

type Tone = 'raised' | 'warn' | 'bad';

const LOOKS: Readonly<Record<FindingKind, readonly [LucideIcon, Tone]>> = {
  'raised-concern': [Hand, 'raised'],
  ungated: [MessagesSquare, 'warn'],
  'decide-now': [Hourglass, 'bad'],
  'date-collision': [CalendarX, 'bad'],
  'promised-unconfirmed': [CalendarRange, 'bad'],
  'unowned-risk': [UserRoundX, 'warn'],
  'pending-without-owner': [Signpost, 'warn'],
  'decided-without-who-or-why': [Signpost, 'warn'],
  'overdue-action': [CalendarClock, 'bad'],
  'delayed-without-note': [NotebookPen, 'warn'],
  'customers-not-told': [Megaphone, 'warn'],
  'stale-row': [CalendarClock, 'warn'],
  'incomplete-item': [ListTodo, 'warn'],
  'unanswered-question': [CircleHelp, 'warn'],
};

export const findingTone = (kind: FindingKind): Tone => LOOKS[kind][1];

export function FindingIcon({ kind }: { readonly kind: FindingKind }) {
  const [Icon] = LOOKS[kind];
  return <Icon className="icon" />;
}
