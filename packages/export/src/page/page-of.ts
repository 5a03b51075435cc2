import {
  attendees,
  attention,
  dayAndYear,
  type FindingKind,
  facilitators,
  type IsoDate,
  isEscalated,
  isWritten,
  type Meeting,
  nextDate,
  plain,
  riskRows,
  SIDE_WORDS,
  textsOf,
  titleOf,
} from '@duet/domain';
import type { ExportInput } from '../exporter.ts';
import { finalWords } from '../final-words.ts';
import { LATER_TITLE, laterChangesInWords } from '../later-changes.ts';
import { blockParts } from './block-parts.ts';
import type { Page, Part, TablePart } from './page.ts';
import type { PageContext } from './page-context.ts';
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
    open: saidOnce([...openEntries(meeting, today), ...escalatedRisks(meeting)]),
    parts: [...blockParts(meeting.blocks, contextOf(input)), ...laterParts(input)],
  };
}

function openEntries(meeting: Meeting, today: IsoDate): Page['open'] {
  return attention(meeting, { today })
    .filter((finding) => HEADING_KINDS.includes(finding.kind))
    .map(({ blockId, title, why }) => ({ anchor: blockId, title, why }));
}

/** What is sent to an audience has the risks that nobody owns at its head and in their table. */
function saidOnce(open: Page['open']): Page['open'] {
  const said = new Map(open.toReversed().map((entry) => [`${entry.title}\n${entry.why}`, entry]));
  return open.filter((entry) => said.get(`${entry.title}\n${entry.why}`) === entry);
}

function contextOf({ meeting, status, today }: ExportInput): PageContext {
  const isFinal = status === 'finalized';
  return { today, meetingDate: meeting.date, isFinal, carriedTo: isFinal ? nextDate(meeting) : null };
}

function bannerOf(input: ExportInput): string | null {
  const said = finalWords(input);
  return said && `Final: ${said}.`;
}

/** A risk that was escalated stays one that nobody in the room owns (M14). */
function escalatedRisks(meeting: Meeting): Page['open'] {
  return riskRows(meeting)
    .filter((row) => row.state === 'open' && isEscalated(row) && isWritten(textsOf.riskRow(row)))
    .map((row) => ({
      anchor: row.id,
      title: titleOf(textsOf.riskRow(row)),
      why: `Nobody in the room owns this risk. Escalated to ${row.escalatedTo}.`,
    }));
}

function detailsOf({ meeting, status }: ExportInput): Page['details'] {
  const leading = facilitators(meeting).map(({ name, side }) =>
    side === 'other' ? name : `${name}, ${SIDE_WORDS[side]}`,
  );
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
