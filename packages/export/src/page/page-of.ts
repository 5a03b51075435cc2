import {
  ACTION_WORDS,
  type ActionState,
  actionItems,
  attendees,
  attention,
  dayAndYear,
  dayInWords,
  type FindingKind,
  facilitators,
  type IsoDate,
  isoDateOf,
  parseIsoDate,
  plain,
  SIDE_WORDS,
  titleOf,
} from '@duet/domain';
import type { ExportInput, LaterChange } from '../exporter.ts';
import { blockParts } from './block-parts.ts';
import type { Page, Part, TablePart } from './page.ts';
import { text } from './pieces.ts';

/** What heads a page: what a reader outside the room must not miss. The rest stands at its own block. */
const HEADING_KINDS: readonly FindingKind[] = [
  'raised-concern',
  'ungated',
  'decide-now',
  'date-collision',
  'promised-unconfirmed',
  'unowned-risk',
  'pending-without-owner',
  'overdue-action',
];

export function pageOf(input: ExportInput): Page {
  const { meeting, today } = input;
  return {
    title: meeting.title,
    date: meeting.date,
    authors: facilitators(meeting).map((person) => person.name),
    banner: bannerOf(input),
    details: detailsOf(input),
    open: attention(meeting, { today })
      .filter((finding) => HEADING_KINDS.includes(finding.kind))
      .map(({ blockId, title, why }) => ({ anchor: blockId, title, why })),
    parts: [...blockParts(meeting.blocks, { today, meetingDate: meeting.date }), ...laterParts(input)],
  };
}

function bannerOf({ revision, today }: ExportInput): string | null {
  if (revision === null) return null;
  const on = dayOf(revision.finalizedAt, today);
  return `Final, revision ${revision.number}. Finalized by ${revision.finalizedBy}${on && ` on ${on}`}.`;
}

function detailsOf({ meeting, status }: ExportInput): Page['details'] {
  const leading = facilitators(meeting).map((person) => `${person.name}, ${SIDE_WORDS[person.side]}`);
  const present = attendees(meeting).map((person) => person.name);
  const details = [
    { label: 'Date', words: meeting.date === null ? 'Not set' : dayAndYear(meeting.date) },
    { label: 'Facilitators', words: leading.join('; ') || 'Nobody yet' },
    { label: 'Attendees', words: present.join(', ') || 'Nobody else yet' },
    { label: 'Duration', words: `${meeting.durationMinutes} minutes` },
  ];
  return status === 'finalized' ? details : [...details, { label: 'State', words: 'Not final yet' }];
}

/** What moved after the meeting was finalized, apart from what was agreed in it. */
function laterParts({ meeting, laterChanges = [], today }: ExportInput): readonly Part[] {
  if (laterChanges.length === 0) return [];
  const actions = new Map(actionItems(meeting).map((action) => [action.id, titleOf([action.action])]));
  const table: TablePart = {
    kind: 'table',
    caption: 'Changes after the meeting was finalized',
    columns: [
      { label: 'Action', width: 40 },
      { label: 'Change', width: 38 },
      { label: 'Who', width: 22 },
    ],
    rows: laterChanges.map((change, index) => ({
      id: `later-${index}`,
      cells: [
        text(plain(actions.get(change.actionId) ?? 'An action that is no longer here'), 'lead'),
        text(plain(changeInWords(change, today))),
        text(plain([change.by, dayOf(change.at, today)].filter((words) => words !== '').join(', '))),
      ],
    })),
  };
  return [
    { kind: 'section', id: 'later-changes', title: plain('Changed after it was finalized'), opener: null },
    table,
  ];
}

const FIELD_WORDS: Readonly<Record<LaterChange['field'], string>> = { owner: 'Owner', due: 'Due', status: 'Status' };

function changeInWords({ field, from, to }: LaterChange, today: IsoDate): string {
  const say = (value: string | null): string => {
    if (value === null) return field === 'owner' ? 'nobody' : 'none';
    if (field === 'status') return ACTION_WORDS[value as ActionState] ?? value;
    const day = field === 'due' ? parseIsoDate(value) : null;
    return day === null ? value : dayInWords(day, today);
  };
  return `${FIELD_WORDS[field]}: ${say(to)}, was ${say(from)}`;
}

/** The UTC day of an instant, in words; nothing for one that can't be read. */
function dayOf(instant: string, today: IsoDate): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? '' : dayInWords(isoDateOf(ms), today);
}
