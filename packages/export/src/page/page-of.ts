import { attendees, attention, dayAndYear, type FindingKind, facilitators, plain, SIDE_WORDS } from '@duet/domain';
import type { ExportInput } from '../exporter.ts';
import { dayOf, LATER_TITLE, laterChangesInWords } from '../later-changes.ts';
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
function laterParts(input: ExportInput): readonly Part[] {
  const changes = laterChangesInWords(input);
  if (changes.length === 0) return [];
  const table: TablePart = {
    kind: 'table',
    caption: LATER_TITLE,
    columns: [
      { label: 'Action', width: 40 },
      { label: 'Change', width: 38 },
      { label: 'Who', width: 22 },
    ],
    rows: changes.map(({ action, change, who }, index) => ({
      id: `later-${index}`,
      cells: [text(plain(action), 'lead'), text(plain(change)), text(plain(who))],
    })),
  };
  return [{ kind: 'section', id: 'later-changes', title: plain(LATER_TITLE), opener: null }, table];
}
