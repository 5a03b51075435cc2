import { existsSync, readFileSync } from 'node:fs';
import type { ExpectedFacts } from './facts.ts';
import type { NotesNode } from './notes.ts';

const SEED = '/work/shared/seed/product-engineering-sync.txt';

/** The page that the product is made for, copied as text; null where it is not at hand. */
export const seedText: string | null = existsSync(SEED) ? readFileSync(SEED, 'utf8') : null;

const LEVEL = String.raw`((?:High|Medium|Low)(?: \(.*?\))?)`;
/** How the cells of its tables part: read for this one page, so that the formats can be written from it. */
const TABLES: readonly (readonly [head: readonly string[], row: RegExp])[] = [
  [['Feature', 'Status', 'Target Date', 'Notes'], /^(.+?)((?:✅|🟡|🔴|🟢) .+?)((?:Mar|Apr|Jun) \d+)(.+)$/u],
  [['Risk', 'Owner', 'Likelihood', 'Impact', 'Mitigation'], new RegExp(`^(.+?)(@[a-z]+)${LEVEL}${LEVEL}(.+)$`)],
  [['Owner', 'Action', 'Due Date', 'Status'], /^(@[a-z]+)(.+?)(\d{4}-\d\d-\d\d)(.+)$/],
];
const HEADINGS =
  /^(?:How to run this meeting|Before the meeting|Meeting Details|Roadmap Status|Upcoming Work|Technical Constraints|Risks|Decisions|Action Items|Follow-up)$/;
const LABELS = /(Product intent:|Engineering flag:|Engineering needs:)/;

/** The seed as notes: its sections, lists and tables, and bold beginnings where the page has them. */
export function seedNotes(text: string): readonly NotesNode[] {
  const nodes: NotesNode[] = [{ heading: 'Product–Engineering Sync', level: 1 }];
  const lines = text.split('\n').map((line) => line.trim());
  const start = lines.indexOf('How to run this meeting');
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const table = TABLES.find(([head]) => head.join('') === line);
    if (line === '') continue;
    if (HEADINGS.test(line)) nodes.push({ heading: line });
    else if (table) {
      const rows: string[][] = [[...table[0]]];
      for (let row = table[1].exec(lines[at + 1] ?? ''); row; row = table[1].exec(lines[at + 1] ?? '')) {
        rows.push(row.slice(1));
        at++;
      }
      nodes.push({ table: rows });
    } else if (line.startsWith('•')) {
      const items: string[] = [];
      for (; lines[at]?.startsWith('•'); at++) items.push(boldLead((lines[at] ?? '').slice(1).trim()));
      at--;
      nodes.push({ list: items });
    } else nodes.push(...paragraphs(line));
  }
  return nodes;
}

function boldLead(item: string): string {
  return /^(?:Date|Facilitator|Attendees|Duration):/.test(item) ? item : item.replace(/^([^:.]{3,60}:)/, '**$1**');
}

/** Upcoming items: a paragraph for the title and for each label. */
function paragraphs(line: string): readonly NotesNode[] {
  if (!LABELS.test(line)) return [{ paragraph: line }];
  const parts = line.split(LABELS).filter((part) => part !== '');
  const nodes: NotesNode[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = (parts[at] ?? '').trim();
    if (LABELS.test(part)) nodes.push({ paragraph: `**${part}** ${(parts[++at] ?? '').trim()}` });
    else nodes.push({ paragraph: part.replace(/^(.+?)( \()/, '**$1**$2') });
  }
  return nodes;
}

const STATUSES: Readonly<Record<string, readonly [string, string | null]>> = {
  '✅ Shipped': ['shipped', null],
  '🟡 In progress — delayed': ['in-progress', 'delayed'],
  '🔴 Not started — reprioritized': ['not-started', 'reprioritized'],
  '🟢 In progress — on track': ['in-progress', 'on-track'],
};
const DAYS: Readonly<Record<string, string>> = {
  'Mar 7': '2025-03-07',
  'Apr 14': '2025-04-14',
  'Jun 30': '2025-06-30',
  'Mar 28': '2025-03-28',
  'March 24': '2025-03-24',
  'April 7': '2025-04-07',
};

/** The facts of the seed, taken from its notes by rules of this one page. `horizon` is six weeks from the day of import. */
export function seedFacts(notes: readonly NotesNode[], horizon: string): ExpectedFacts {
  const tables = notes.flatMap((node) => ('table' in node ? [node.table.slice(1)] : []));
  const lists = notes.flatMap((node) => ('list' in node ? [node.list] : []));
  const bare = (text: string): string => text.replaceAll('**', '');
  const [roadmap = [], risks = [], actions = []] = tables;
  const [checklist = [], , constraints = [], decisions = []] = lists;
  const upcoming = notes.flatMap((node) =>
    'paragraph' in node && node.paragraph.startsWith('**') ? [bare(node.paragraph)] : [],
  );
  const level = (cell = ''): readonly [string, string | null] => {
    const [, word = '', note = null] = /^(\w+)(?: \((.*)\))?$/.exec(cell) ?? [];
    return [word.toLowerCase(), note];
  };
  return {
    title: 'Product–Engineering Sync',
    date: null,
    durationMinutes: 45,
    checklist: checklist.map((text, index) => ({
      text,
      side: ['product', 'engineering', 'other', 'product', 'engineering'][index] ?? null,
    })),
    roadmap: roadmap.map(([feature = '', status = '', target = '', note = '']) => {
      const [progress = '', health = null] = STATUSES[status] ?? [];
      return { feature, progress, health, targetDate: DAYS[target] ?? '', notes: note };
    }),
    upcoming: [0, 1].map((item) => {
      const [head = '', intent = '', engineering = ''] = upcoming.slice(item * 3, item * 3 + 3);
      const [, title = '', day = ''] = /^(.+) \(sprint starting (.+)\)$/.exec(head) ?? [];
      return {
        title,
        sprintStart: DAYS[day] ?? '',
        intent: intent.replace(/^Product intent: /, ''),
        engineering: engineering.replace(/^Engineering (?:flag|needs): /, ''),
        owner: item === 0 ? 'darius' : 'marcus',
      };
    }),
    constraints: constraints.map((text, index) => {
      const [, statement = '', detail = ''] = /^(.+?): (.+)$/.exec(bare(text)) ?? [];
      const window = index === 0 ? { from: '2025-04-03', to: '2025-04-04' } : { from: null, to: null };
      return { statement, detail, ...window, horizon: index === 2 ? horizon : null };
    }),
    risks: risks.map(([risk = '', owner = '', likelihood, impact, mitigation = '']) => ({
      risk,
      owner: owner.slice(1),
      likelihood: level(likelihood)[0],
      likelihoodNote: level(likelihood)[1],
      impact: level(impact)[0],
      impactNote: level(impact)[1],
      mitigation,
    })),
    decisions: decisions.map((text, index) => {
      const [, first = '', second = ''] =
        (index === 0 ? /^Decided: (.+?) Rationale: (.+)$/ : /^Pending: (.+?\.) (@.+)$/).exec(bare(text)) ?? [];
      return index === 0
        ? { state: 'decided', text: first, why: second, awaiting: '', owner: null }
        : { state: 'pending', text: first, why: '', awaiting: second, owner: 'rosa' };
    }),
    actions: actions.map(([owner = '', action = '', due = '']) => ({
      owner: owner.slice(1),
      action,
      due,
      status: 'open',
    })),
  };
}
