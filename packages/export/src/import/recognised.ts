import { type Block, isBlank, type Meeting, plainText, type RichText } from '@duet/domain';

const KINDS = [
  'roadmap',
  'upcoming',
  'constraints',
  'risks',
  'decisions',
  'actions',
  'questions',
  // Boxes before the meeting that belong to a side.
  'checklist',
  // Everything that stays text.
  'notes',
] as const;
type Kind = (typeof KINDS)[number];

/** How much of each kind was recognised, for a preview before anything is created. */
export type RecognisedCounts = Readonly<Record<Kind, number>>;

/** The first words of each kind, one line an entry. */
export type RecognisedSamples = Readonly<Record<Kind, readonly string[]>>;

const MOST_SAMPLES = 3;
const LONGEST_SAMPLE = 140;

export function recognisedIn(meeting: Meeting): { recognised: RecognisedCounts; samples: RecognisedSamples } {
  const texts: Record<Kind, string[]> = {
    roadmap: [],
    upcoming: [],
    constraints: [],
    risks: [],
    decisions: [],
    actions: [],
    questions: [],
    checklist: [],
    notes: [],
  };
  let section: string | null = null;
  for (const block of meeting.blocks) {
    if (block.type === 'sectionHeading') section = block.key;
    for (const [kind, text] of said(block, section)) texts[kind].push(plainText(text));
  }
  return {
    recognised: byKind((kind) => texts[kind].length),
    samples: byKind((kind) => texts[kind].slice(0, MOST_SAMPLES).map(sampleOf)),
  };
}

function byKind<T>(value: (kind: Kind) => T): Readonly<Record<Kind, T>> {
  return Object.fromEntries(KINDS.map((kind) => [kind, value(kind)])) as Record<Kind, T>;
}

function sampleOf(text: string): string {
  const line = text
    .slice(0, 2 * LONGEST_SAMPLE)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST_SAMPLE ? `${[...line].slice(0, LONGEST_SAMPLE).join('')}…` : line;
}

/** The entries of a block, each with the text that names it. */
function said(block: Block, section: string | null): readonly (readonly [Kind, RichText])[] {
  switch (block.type) {
    case 'roadmapTable':
      return block.rows.map(({ feature }) => ['roadmap', feature] as const);
    case 'riskTable':
      return block.rows.map(({ risk }) => ['risks', risk] as const);
    case 'upcomingItem':
      return [['upcoming', block.title]];
    case 'constraint':
      return [['constraints', block.statement]];
    case 'decision':
      return [['decisions', block.text]];
    case 'actionItem':
      return [['actions', block.action]];
    case 'openQuestion':
      return [['questions', block.question]];
    case 'sectionHeading':
      return [];
    case 'textBlock':
      if (isBlank(block.text)) return [];
      return [[block.kind === 'check' && section === 'checklist' ? 'checklist' : 'notes', block.text]];
  }
}
