import { type Block, isBlank, type Meeting } from '@duet/domain';

/** What was recognised, for a preview before anything is created. */
export interface RecognisedCounts {
  readonly roadmap: number;
  readonly upcoming: number;
  readonly constraints: number;
  readonly risks: number;
  readonly decisions: number;
  readonly actions: number;
  readonly questions: number;
  /** Boxes before the meeting that belong to a side. */
  readonly checklist: number;
  /** Everything that stays text. */
  readonly notes: number;
}

type Counted = keyof RecognisedCounts;

export function countRecognised(meeting: Meeting): RecognisedCounts {
  const counts: Record<Counted, number> = {
    roadmap: 0,
    upcoming: 0,
    constraints: 0,
    risks: 0,
    decisions: 0,
    actions: 0,
    questions: 0,
    checklist: 0,
    notes: 0,
  };
  let section: string | null = null;
  for (const block of meeting.blocks) {
    if (block.type === 'sectionHeading') section = block.key;
    const kind = kindOf(block, section);
    if (kind !== null) counts[kind] += 'rows' in block ? block.rows.length : 1;
  }
  return counts;
}

function kindOf(block: Block, section: string | null): Counted | null {
  switch (block.type) {
    case 'roadmapTable':
      return 'roadmap';
    case 'riskTable':
      return 'risks';
    case 'upcomingItem':
      return 'upcoming';
    case 'constraint':
      return 'constraints';
    case 'decision':
      return 'decisions';
    case 'actionItem':
      return 'actions';
    case 'openQuestion':
      return 'questions';
    case 'sectionHeading':
      return null;
    case 'textBlock':
      if (isBlank(block.text)) return null;
      return block.kind === 'check' && section === 'checklist' ? 'checklist' : 'notes';
  }
}
