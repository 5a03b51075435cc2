import type { FindingKind } from '@duet/domain';
import {
  CalendarClock,
  CalendarRange,
  Hand,
  type LucideIcon,
  MessagesSquare,
  NotebookPen,
  Signpost,
  UserRoundX,
} from 'lucide-react';

type Tone = 'raised' | 'warn' | 'bad';

const LOOKS: Readonly<Record<FindingKind, readonly [LucideIcon, Tone]>> = {
  'raised-concern': [Hand, 'raised'],
  ungated: [MessagesSquare, 'warn'],
  'decide-now': [CalendarClock, 'bad'],
  'date-collision': [CalendarRange, 'bad'],
  'promised-unconfirmed': [CalendarRange, 'bad'],
  'unowned-risk': [UserRoundX, 'warn'],
  'pending-without-owner': [Signpost, 'warn'],
  'decided-without-who-or-why': [Signpost, 'warn'],
  'overdue-action': [CalendarClock, 'bad'],
  'delayed-without-note': [NotebookPen, 'warn'],
  'customers-not-told': [NotebookPen, 'warn'],
  'stale-row': [CalendarClock, 'warn'],
  'incomplete-item': [NotebookPen, 'warn'],
  'unanswered-question': [MessagesSquare, 'warn'],
};

export const findingTone = (kind: FindingKind): Tone => LOOKS[kind][1];

export function FindingIcon({ kind }: { readonly kind: FindingKind }) {
  const [Icon] = LOOKS[kind];
  return <Icon className="icon" />;
}
