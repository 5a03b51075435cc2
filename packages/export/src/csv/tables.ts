import type { LaterChange } from '@duet/domain';
import type { ExportInput } from '../exporter.ts';
import { meetingJson } from '../json/meeting-json.ts';

type MeetingJson = ReturnType<typeof meetingJson>;
type TableName = 'roadmap' | 'risks' | 'decisions' | 'actions';
type ColumnOf<Name extends TableName> = keyof MeetingJson[Name][number];

/** The columns of each table, named like the keys of the JSON export. */
const COLUMNS: { readonly [Name in TableName]: readonly ColumnOf<Name>[] } = {
  roadmap: [
    'id',
    'feature',
    'progress',
    'health',
    'targetDate',
    'dateState',
    'customersTold',
    'notes',
    'overrideReason',
    'overrideBy',
    'carried',
    'since',
  ],
  risks: [
    'id',
    'risk',
    'owner',
    'likelihood',
    'likelihoodNote',
    'impact',
    'impactNote',
    'mitigation',
    'state',
    'escalatedTo',
    'carried',
    'since',
  ],
  decisions: [
    'id',
    'state',
    'text',
    'decidedBy',
    'decidedOn',
    'why',
    'awaiting',
    'owner',
    'due',
    'affectsSprint',
    'carried',
    'since',
  ],
  actions: ['id', 'owner', 'action', 'due', 'status', 'carried', 'since'],
};

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A table of the meeting as text. Beside its own columns it says why a row needs attention (a promised date that
 * nobody confirmed, a risk that nobody owns), and what moved after the meeting was finalized.
 */
export function tableOf(name: TableName, input: ExportInput): Table {
  const json = meetingJson(input);
  const columns: readonly string[] = COLUMNS[name];
  const entries: readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[] = json[name];
  return {
    header: [...columns, 'attention', 'laterChanges'],
    rows: entries.map((entry) => [
      ...columns.map((column) => cellText(entry[column])),
      json.attention.flatMap((finding) => (finding.id === entry.id ? [finding.why] : [])).join(' '),
      (input.laterChanges ?? [])
        .flatMap((change) => (change.actionId === entry.id ? [changeText(change)] : []))
        .join('; '),
    ]),
  };
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function changeText({ field, from, to, by, at }: LaterChange): string {
  return `${field}: ${from ?? 'none'} to ${to ?? 'none'} (${by}, ${at.slice(0, 10)})`;
}
