import {
  actionItems,
  type Choice,
  decisions,
  type Effect,
  type Meeting,
  namesIn,
  type OpenPoint,
  parseIsoDate,
  type Resolution,
  riskRows,
  soleOwner,
} from '@duet/domain';

/** What somebody chose for an open point; `value` is what its input says. */
export interface Pick {
  readonly way: 'settle' | 'safe';
  readonly value: string | null;
}

const UNTOUCHED: Pick = { way: 'safe', value: null };

/** What is to happen to an open point, as it stands in the dialog. */
export interface Answer {
  readonly key: string;
  readonly point: OpenPoint;
  readonly way: Pick['way'];
  readonly choice: Choice;
  /** Of a choice that asks for something; '' otherwise. */
  readonly value: string;
  /** False while what it asks for is missing. */
  readonly complete: boolean;
}

/** The open points with what was chosen for each, or what is safe. */
export function answersOf(points: readonly OpenPoint[], picks: ReadonlyMap<string, Pick>): readonly Answer[] {
  return points.map((point) => {
    const key = `${point.finding.kind} ${point.finding.blockId}`;
    const { way, value: said } = picks.get(key) ?? UNTOUCHED;
    const choice = point[way];
    const value = choice.deed.kind === 'ask' ? (said ?? choice.deed.suggested) : '';
    return { key, point, way, choice, value, complete: isComplete(choice, value) };
  });
}

function isComplete({ deed }: Choice, value: string): boolean {
  if (deed.kind !== 'ask') return true;
  switch (deed.input) {
    case 'person':
      return soleOwner(value) !== null;
    case 'people':
      return namesIn(value).length > 0;
    case 'day':
      return parseIsoDate(value) !== null;
    case 'text':
      return value.trim() !== '';
  }
}

/** For the request: what the button says is what it does. */
export function resolutionsOf(answers: readonly Answer[]): readonly Resolution[] {
  return answers.flatMap(({ point, choice: { deed }, value }): readonly Resolution[] => {
    if (deed.kind === 'leave') return [];
    if (deed.kind === 'set') return [deed.resolution];
    // The value has the form that its field takes: the input asked for it.
    return [{ id: point.finding.blockId, field: deed.field, value: value.trim() } as Resolution];
  });
}

export function effectsOf(answers: readonly Answer[]): readonly Effect[] {
  return answers.flatMap(({ choice: { deed } }) => (deed.kind === 'leave' ? [] : [deed.effect]));
}

/** How many come back in the next meeting, unsettled. */
function carriedCount(answers: readonly Answer[]): number {
  return answers.filter(({ choice }) => choice.deed.kind === 'leave').length;
}

/** Whom risks go to: as last time, else as another risk in these notes, else to whoever finalizes. */
export function escalationOf(meeting: Meeting, remembered: string | null, me: string): string {
  const before = riskRows(meeting).findLast(({ escalatedTo }) => soleOwner(escalatedTo) !== null)?.escalatedTo;
  return remembered ?? before ?? me;
}

/** "2 decisions, 4 risks, 5 actions" */
export function contentsOf(meeting: Meeting): string {
  return [
    counted(decisions(meeting).length, 'decision'),
    counted(riskRows(meeting).length, 'risk'),
    counted(actionItems(meeting).length, 'action'),
  ].join(', ');
}

/** What becomes of everything that nobody settles. */
export function noteOn(answers: readonly Answer[], returns: string | null): string {
  if (answers.length === 0) return 'Every risk leaves with a name, and nothing else is open.';
  const carried = carriedCount(answers);
  if (carried === 0) return 'Nothing stays open.';
  const [stay, come] = carried === 1 ? ['stays', 'comes'] : ['stay', 'come'];
  return `${carried} ${stay} open in the notes and ${come} back ${returns === null ? 'in the next meeting' : `on ${returns}`}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
