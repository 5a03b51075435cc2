import { type Health, make, type Progress, plainText, type RichText, type RoadmapRow } from '@duet/domain';
import { readDay, readPhrase, readStatus, readTarget, type Status } from '../reading/cells.ts';
import { defineLabels, splitAtLabels } from '../reading/labels.ts';
import { sliceText, trimJoints } from '../reading/slices.ts';
import { Fields, withKept } from './fields.ts';
import { type Context, entryAt, isTopItem, type Recogniser } from './recogniser.ts';

const LABELS = defineLabels({
  status: 'status',
  progress: 'status',
  health: 'health',
  'target date': 'targetDate',
  target: 'targetDate',
  eta: 'targetDate',
  due: 'targetDate',
  notes: 'notes',
  note: 'notes',
});

const DATE_STATES = { proposed: 'proposed', confirmed: 'confirmed', promised: 'promised' } as const;

/** "PM notified customers", "customers were told"; not "customers not told yet". */
const TOLD =
  /(?<!\b(?:not|never|n't|yet to|once|until|before)\b.{0,20})\b(?:(?:notified|told|informed) (?:the |our |all |affected )?(?:customers?|clients?)|(?:customers?|clients?) (?:were |have been |are |already )?(?:notified|told|informed))\b/i;

export function buildRoadmapRow(fields: Fields, { calendar }: Context): RoadmapRow {
  const feature = fields.text('feature');
  const status = fields.value('status', readStatus);
  const health = fields.value('health', readStatus);
  const target = fields.value('targetDate', (text) => readTarget(text, calendar));
  const state = fields.value('dateState', (text) => readPhrase(text, DATE_STATES));
  const notes = withKept(fields.text('notes'), fields);
  return make.roadmapRow({
    feature,
    progress: status.progress ?? health.progress ?? 'not-started',
    health: health.health ?? status.health,
    targetDate: target.day,
    dateState: state ?? target.state,
    customersTold: TOLD.test(plainText(notes).slice(0, 2_000)),
    notes,
  });
}

/** "Enterprise SSO — 🟡 In progress — delayed — Apr 14 — vendor change": an item of a list in the roadmap. */
export const roadmapItem: Recogniser = (nodes, at, context) => {
  const entry = isTopItem(nodes[at]) ? entryAt(nodes, at) : null;
  if (entry === null || context.section?.kind !== 'roadmap') return null;
  const [first, ...labelled] = splitAtLabels(entry.text, LABELS);
  const fields = Fields.of(labelled);
  const segments = segmentsOf(first?.text ?? []);
  let progress: Progress | null = null;
  let health: Health | null = null;
  segments.forEach((segment, index) => {
    const text = plainText(segment);
    const status = index === 0 ? null : statusOf(text);
    if (status !== null) {
      progress ??= status.progress;
      health ??= status.health;
    } else if (index > 0 && !fields.has('targetDate') && readDay(text, context.calendar).value !== null)
      fields.add('targetDate', 'Target date', segment);
    else fields.add(index === 0 ? 'feature' : 'notes', '', segment);
  });
  const known = progress !== null || health !== null || fields.has('status') || fields.has('targetDate');
  if (!known || !fields.has('feature')) return null;
  const row = buildRoadmapRow(fields, context);
  const said =
    progress === null && health === null
      ? row
      : { ...row, progress: progress ?? row.progress, health: health ?? row.health };
  return { blocks: [{ type: 'roadmapTable', rows: [said] }], used: entry.used };
};

function statusOf(text: string): Status | null {
  const { value, whole } = readStatus(text);
  return whole && (value.progress !== null || value.health !== null) ? value : null;
}

/** Cut at dashes, bars, brackets and the first colon. */
function segmentsOf(text: RichText): readonly RichText[] {
  const whole = plainText(text);
  const segments: RichText[] = [];
  let from = 0;
  for (const cut of whole.slice(0, 400).matchAll(/\s[—–-]\s|\s?[|·]\s|:\s|\s?[([]|[)\]]\s?|\n/g)) {
    segments.push(sliceText(text, from, cut.index));
    from = cut.index + cut[0].length;
  }
  segments.push(sliceText(text, from));
  return segments.map(trimJoints).filter((segment) => segment.length > 0);
}
