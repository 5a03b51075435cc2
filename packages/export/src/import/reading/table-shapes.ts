import { plainWords } from './vocabulary.ts';

/** How the cells of a column are told from their neighbours, where nothing else parts them. */
export type CellForm = 'text' | 'status' | 'day' | 'owner' | 'level';

interface Column {
  readonly form: CellForm;
  /** The names it goes by, in plain words. */
  readonly names: readonly string[];
}

export type TableKind = 'roadmap' | 'risks' | 'actions' | 'decisions' | 'questions' | 'constraints' | 'upcoming';

interface TableShape {
  readonly columns: Readonly<Record<string, Column>>;
  /** Without the first there is nothing to name a row; of the others one must be there. */
  readonly names: string;
  readonly any: readonly string[];
}

const text = (...names: string[]): Column => ({ form: 'text', names });
const owner = (...names: string[]): Column => ({
  form: 'owner',
  names: ['owner', 'assignee', 'responsible', 'who', ...names],
});
const status = (...names: string[]): Column => ({ form: 'status', names: ['status', 'state', ...names] });
const day = (...names: string[]): Column => ({ form: 'day', names });

/** The tables that meetings hold. Column names that no shape knows are kept as notes of the row. */
export const TABLE_SHAPES: Readonly<Record<TableKind, TableShape>> = {
  roadmap: {
    columns: {
      feature: text(
        'feature',
        'item',
        'initiative',
        'project',
        'epic',
        'roadmap item',
        'name',
        'workstream',
        'deliverable',
      ),
      status: status('progress', 'current status'),
      health: status('health', 'rag'),
      targetDate: day(
        'target date',
        'target',
        'date',
        'eta',
        'due',
        'due date',
        'ship date',
        'launch date',
        'release date',
      ),
      dateState: text('date state', 'commitment'),
      notes: text('notes', 'note', 'comments', 'comment', 'details', 'remarks'),
    },
    names: 'feature',
    any: ['status', 'health', 'targetDate'],
  },
  risks: {
    columns: {
      risk: text('risk', 'risks', 'risk description', 'description'),
      owner: owner('risk owner'),
      likelihood: { form: 'level', names: ['likelihood', 'probability', 'chance'] },
      impact: { form: 'level', names: ['impact', 'severity'] },
      mitigation: text('mitigation', 'mitigation plan', 'mitigations', 'response', 'plan'),
    },
    names: 'risk',
    any: ['likelihood', 'impact', 'mitigation'],
  },
  actions: {
    columns: {
      owner: owner('action owner', 'dri'),
      action: text('action', 'action item', 'task', 'what', 'to do', 'todo', 'item', 'description'),
      due: day('due date', 'due', 'deadline', 'when', 'by', 'by when', 'date'),
      status: status('progress', 'done'),
    },
    names: 'action',
    any: ['owner', 'due'],
  },
  decisions: {
    columns: {
      text: text('decision', 'decision text', 'what was decided'),
      state: status(),
      decidedBy: owner('decided by', 'decider', 'decision maker', 'who decided'),
      why: text('why', 'rationale', 'reason', 'reasoning', 'because'),
      awaiting: text('awaiting', 'evidence', 'waiting for', 'evidence awaited'),
      due: day('due', 'due date', 'needed by'),
      date: day('date', 'decided on'),
    },
    names: 'text',
    any: ['state', 'decidedBy', 'why', 'awaiting', 'date'],
  },
  questions: {
    columns: {
      question: text('question', 'open question', 'questions'),
      owner: owner('raised for'),
      state: status(),
      answer: text('answer', 'response', 'resolution'),
    },
    names: 'question',
    any: ['owner', 'state', 'answer'],
  },
  constraints: {
    columns: {
      statement: text('constraint', 'technical constraint', 'statement'),
      detail: text('detail', 'details', 'description', 'notes', 'what it means'),
      window: day('window', 'dates', 'date', 'when'),
      from: day('from', 'start'),
      to: day('to', 'until', 'end'),
      horizon: day('horizon', 'by', 'hits'),
      touches: text('touches', 'affects', 'affected'),
    },
    names: 'statement',
    any: ['detail', 'window', 'from', 'horizon', 'touches'],
  },
  upcoming: {
    columns: {
      title: text('feature', 'item', 'title', 'initiative', 'project', 'upcoming item', 'upcoming work', 'work'),
      sprintStart: day('sprint start', 'sprint', 'sprint starting', 'starts', 'start', 'start date'),
      intent: text('product intent', 'intent', 'why'),
      engineering: text(
        'engineering flag',
        'engineering needs',
        'engineering view',
        'engineering',
        'engineering flags',
      ),
      owner: owner(),
      feasibility: text('feasibility'),
      core: text('core', 'core goal'),
      stretch: text('stretch', 'stretch goal'),
      docs: text('design doc', 'design docs', 'docs', 'links'),
    },
    names: 'title',
    any: ['sprintStart', 'intent', 'engineering'],
  },
};

export interface MatchedShape {
  readonly kind: TableKind;
  /** The field of each column, null for one that the shape doesn't know. */
  readonly fields: readonly (string | null)[];
}

const KINDS = Object.keys(TABLE_SHAPES) as TableKind[];
const LONGEST_NAME = 60;
const NAMES = new Map(
  KINDS.map((kind) => [kind, new Set(Object.values(TABLE_SHAPES[kind].columns).flatMap((c) => c.names))]),
);

/** A column of any of the tables goes by this name. */
export function isColumnName(cell: string): boolean {
  return cell.length <= LONGEST_NAME && [...NAMES.values()].some((names) => names.has(plainWords(cell)));
}

/** The shape that knows most of these column names; `section` decides between equals. */
export function matchShape(header: readonly string[], section: string | null = null): MatchedShape | null {
  let best: (MatchedShape & { score: number }) | null = null;
  for (const kind of KINDS) {
    const fields = fieldsOf(kind, header);
    const shape = TABLE_SHAPES[kind];
    if (!fields.includes(shape.names) || !shape.any.some((field) => fields.includes(field))) continue;
    const score = fields.filter((field) => field !== null).length + (kind === section ? 0.5 : 0);
    if (best === null || score > best.score) best = { kind, fields, score };
  }
  return best;
}

/** The columns of a header that holds nothing but names of this kind of table; null for any other. */
export function columnsOf(kind: TableKind, header: readonly string[]): readonly string[] | null {
  const fields = fieldsOf(kind, header).filter((field) => field !== null);
  return header.length > 1 && fields.length === header.length ? fields : null;
}

function fieldsOf(kind: TableKind, header: readonly string[]): readonly (string | null)[] {
  const taken = new Set<string>();
  return header.map((cell) => {
    const words = cell.length > LONGEST_NAME ? '' : plainWords(cell);
    const found = Object.entries(TABLE_SHAPES[kind].columns).find(
      ([field, column]) => !taken.has(field) && column.names.includes(words),
    );
    if (found === undefined) return null;
    taken.add(found[0]);
    return found[0];
  });
}

/** "FeatureStatusTarget DateNotes": the names of the columns of a header whose cells were glued together, else null. */
export function splitGluedHeader(line: string): readonly string[] | null {
  const header = line.trim();
  if (header.length > 120 || !/^\p{Lu}[\p{L} /-]+$/u.test(header)) return null;
  for (const [kind, names] of NAMES) {
    const cells = segment(header, 0, names, new Set());
    if (cells !== null && cells.length > 2 && matchShape(cells)?.kind === kind) return cells;
  }
  return null;
}

/** The header from `at` on as known names, each with a capital; places that lead nowhere are remembered. */
function segment(header: string, at: number, names: ReadonlySet<string>, dead: Set<number>): readonly string[] | null {
  if (at >= header.length) return [];
  if (dead.has(at)) return null;
  for (let end = header.length; end > at; end--) {
    const cell = header.slice(at, end).trim();
    if (!/^\p{Lu}/u.test(cell) || !names.has(plainWords(cell))) continue;
    const rest = segment(header, end, names, dead);
    if (rest !== null) return [cell, ...rest];
  }
  dead.add(at);
  return null;
}
