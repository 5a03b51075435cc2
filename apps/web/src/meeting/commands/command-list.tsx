import { itemsAhead, plainText } from '@duet/domain';
import type { InsertKind } from '@duet/editor';
import {
  CalendarRange,
  CircleQuestionMark,
  Construction,
  Download,
  Eye,
  type LucideIcon,
  Map as MapIcon,
  Play,
  Plus,
  ShieldAlert,
  Signpost,
  SquareCheck,
  StickyNote,
  SunMoon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { EXPORTS, exportHref, TABLES, tableHref } from '../../api/exports.ts';
import type { MeetingSummary } from '../../api/types.ts';
import { dayLabel } from '../../home/meeting-words.ts';
import { DotGlyph } from '../../ui/glyphs.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { pinTheme } from '../../ui/theme.ts';
import { allEntries } from '../outline/outline-model.ts';
import { ACTION_ICONS } from './action-icons.ts';
import { documentPlaces, type PlaceKind } from './document-places.ts';
import type { Findable } from './match.ts';
import type { MeetingPage } from './meeting-actions.ts';
import { PAGE_ACTION_IDS, PAGE_ACTIONS, type PageActions } from './page-actions.ts';

/** One line of the command menu. */
export interface Command extends Findable {
  readonly id: string;
  readonly group: string;
  readonly icon: ReactNode;
  readonly keys?: string;
  /** At the end of the line: who it is about. */
  readonly end?: string;
  /** Shown only once something was typed that fits it. */
  readonly onlyTyped?: boolean;
  readonly run: () => void;
}

interface Offer {
  readonly page: MeetingPage;
  readonly actions: PageActions;
  /** The meetings of the same series, without this one. */
  readonly others: readonly MeetingSummary[];
  readonly onOpen: (meetingId: string) => void;
}

/** Everything that can be done and gone to from here, group by group. */
export function commandList({ page, actions, others, onOpen }: Offer): readonly Command[] {
  return [
    ...actionCommands(actions),
    ...sectionCommands(page),
    ...(page.mayWrite ? INSERTS.map((insert) => insertCommand(insert, page)) : []),
    ...(page.mayWrite ? startCommands(page) : []),
    ...placeCommands(page),
    ...followCommands(page),
    ...downloadCommands(page),
    ...THEMES.map(({ theme, words }) => ({
      ...typedOnly('Colours', SunMoon),
      id: `theme ${theme}`,
      words,
      also: 'theme dark light mode',
      run: () => pinTheme(theme),
    })),
    ...others.map((meeting) => ({
      ...typedOnly('Meetings of this series', StickyNote),
      id: `meeting ${meeting.id}`,
      words: `${meeting.title}, ${dayLabel(meeting)}`,
      also: meeting.date ?? '',
      run: () => onOpen(meeting.id),
    })),
  ];
}

/** Not the menu itself, nor what only makes sense at a key. */
const LEFT_OUT: ReadonlySet<string> = new Set(['commands', 'nextRegion', 'previousRegion', 'page']);

function actionCommands(actions: PageActions): readonly Command[] {
  return PAGE_ACTION_IDS.flatMap((id) => {
    const action = actions[id];
    if (action === undefined || LEFT_OUT.has(id)) return [];
    const { words, keys, part } = PAGE_ACTIONS[id];
    const Icon = ACTION_ICONS[id];
    const command = {
      id,
      words: action.words ?? words,
      also: action.words === undefined ? '' : words,
      group: part === 'meeting' ? 'This meeting' : 'Go to',
      icon: <Icon className="icon" aria-hidden="true" />,
      run: action.run,
    };
    return [{ ...command, ...(keys[0] !== undefined && { keys: keys[0] }) }];
  }).sort((a, b) => Number(a.group === 'Go to') - Number(b.group === 'Go to'));
}

function sectionCommands({ outline, onReveal }: MeetingPage): readonly Command[] {
  return allEntries(outline).map(({ id, title }) => ({
    id: `section ${id}`,
    words: title,
    also: 'section go to',
    group: 'Go to',
    icon: <DotGlyph />,
    run: () => onReveal(id),
  }));
}

const INSERTS: readonly { readonly kind: InsertKind; readonly words: string; readonly also: string }[] = [
  { kind: 'roadmapRow', words: 'Add roadmap row', also: 'insert feature status' },
  { kind: 'upcomingItem', words: 'Add upcoming item', also: 'insert sprint feasibility' },
  { kind: 'constraint', words: 'Add constraint', also: 'insert limit window' },
  { kind: 'riskRow', words: 'Add risk', also: 'insert danger' },
  { kind: 'decision', words: 'Add decision', also: 'insert pending record' },
  { kind: 'actionItem', words: 'Add action item', also: 'insert todo task' },
  { kind: 'openQuestion', words: 'Add question', also: 'insert open' },
];

function insertCommand({ kind, words, also }: (typeof INSERTS)[number], { editor }: MeetingPage): Command {
  return { id: `insert ${kind}`, words, also, group: 'Add', icon: icon(Plus), run: () => editor?.insert(kind) };
}

function startCommands({ meeting, editor }: MeetingPage): readonly Command[] {
  return itemsAhead(meeting).flatMap((item) => {
    const title = plainText(item.title).trim();
    const start: Command = {
      ...typedOnly('This meeting', Play),
      id: `start ${item.id}`,
      words: `Start work on ${title}`,
      also: 'in progress roadmap upcoming',
      run: () => editor?.startWork(item.id),
    };
    return title === '' ? [] : [start];
  });
}

const PLACES: Readonly<Record<PlaceKind, readonly [string, LucideIcon]>> = {
  roadmap: ['Roadmap', MapIcon],
  upcoming: ['Upcoming work', CalendarRange],
  constraint: ['Constraints', Construction],
  risk: ['Risks', ShieldAlert],
  decision: ['Decisions', Signpost],
  action: ['Action items', SquareCheck],
  question: ['Open questions', CircleQuestionMark],
};

function placeCommands({ meeting, onReveal }: MeetingPage): readonly Command[] {
  return documentPlaces(meeting).map(({ kind, blockId, text, about }) => ({
    ...typedOnly(...PLACES[kind]),
    id: `block ${blockId}`,
    words: text,
    also: about,
    end: about,
    run: () => onReveal(blockId),
  }));
}

function followCommands({ people, follow }: MeetingPage): readonly Command[] {
  return people
    .filter(({ isMe, id }) => !isMe && id !== follow.leader?.id)
    .map(({ id, name }) => ({
      ...typedOnly('People', Eye),
      id: `follow ${id}`,
      words: `Follow ${name}`,
      run: () => follow.start(id),
    }));
}

function downloadCommands({ metadata: { id, status, revision } }: MeetingPage): readonly Command[] {
  const of = status === 'finalized' ? revision : null;
  const files = [
    ...EXPORTS.map(({ format, label }) => ({ label, name: format, href: exportHref(id, format, of) })),
    ...TABLES.map(({ table, label }) => ({ label: `${label} table`, name: 'csv', href: tableHref(id, table, of) })),
  ];
  return files.map(({ label, name, href }) => ({
    ...typedOnly('Download', Download),
    id: `download ${href}`,
    words: `Download ${label}`,
    also: `export ${name}`,
    run: () => saveFile(href, label),
  }));
}

const THEMES = [
  { theme: 'system', words: 'Colours of the system' },
  { theme: 'light', words: 'Light colours' },
  { theme: 'dark', words: 'Dark colours' },
] as const;

const icon = (Icon: LucideIcon): ReactNode => <Icon className="icon" aria-hidden="true" />;

function typedOnly(group: string, Icon: LucideIcon): Pick<Command, 'group' | 'icon' | 'onlyTyped'> {
  return { group, icon: icon(Icon), onlyTyped: true };
}
