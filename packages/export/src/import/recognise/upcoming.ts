import { joinLines, make, plainText, type RichText, type UpcomingItem } from '@duet/domain';
import type { OutlineNode, OutlineText } from '../outline.ts';
import type { Calendar } from '../reading/calendar.ts';
import { readDay, readFeasibility, readOwner } from '../reading/cells.ts';
import { defineLabels, type LabelledPart, splitAtLabels } from '../reading/labels.ts';
import { personAsked } from '../reading/mentions.ts';
import { sliceText, trimJoints, trimText } from '../reading/slices.ts';
import { Fields, withKept } from './fields.ts';
import { joint } from './joint.ts';
import { type Context, entryAt, isTopItem, type Recogniser } from './recogniser.ts';

const LABELS = defineLabels({
  'product intent': 'intent',
  intent: 'intent',
  product: 'intent',
  pm: 'intent',
  'engineering flag': 'engineering',
  'engineering flags': 'engineering',
  'engineering needs': 'engineering',
  'engineering need': 'engineering',
  'engineering view': 'engineering',
  'engineering note': 'engineering',
  'engineering notes': 'engineering',
  'eng flag': 'engineering',
  'eng needs': 'engineering',
  engineering: 'engineering',
  eng: 'engineering',
  em: 'engineering',
  'technical flag': 'engineering',
  core: 'core',
  'core goal': 'core',
  'core goals': 'core',
  stretch: 'stretch',
  'stretch goal': 'stretch',
  'stretch goals': 'stretch',
  docs: 'docs',
  'design doc': 'docs',
  'design docs': 'docs',
  links: 'docs',
  owner: 'owner',
  feasibility: 'feasibility',
  sprint: 'sprintStart',
  'sprint start': 'sprintStart',
  'sprint starting': 'sprintStart',
  starts: 'sprintStart',
});

export function buildUpcoming(fields: Fields, { calendar }: Context): UpcomingItem {
  const title = fields.text('title');
  const sprintStart = fields.value('sprintStart', (text) => readDay(text.replace(/^\s*sprint\s+/i, ''), calendar));
  const named = fields.value('owner', readOwner);
  const feasibility = fields.value('feasibility', readFeasibility);
  const engineering = fields.text('engineering');
  const [core, stretch, docs] = [fields.text('core'), fields.text('stretch'), fields.text('docs')];
  const intent = withKept(fields.text('intent'), fields);
  const words = plainText(engineering);
  return make.upcomingItem({
    title,
    sprintStart,
    owner: named ?? personAsked(`${plainText(intent)}\n${words}`),
    feasibility: feasibility ?? 'needs-talk',
    intent,
    engineering,
    core,
    stretch,
    docs,
    ...contingencyIn(words, calendar),
  });
}

const IF = /\bif (?<what>[^.;\n]{3,200}?)\s(?:isn't|is not|aren't|are not|hasn't been|is n't)\s(?<done>\p{L}+ )?by\s/iu;

/** "If the refactor isn't complete by March 21, this feature will wait." is read as well as kept where it stands. */
function contingencyIn(text: string, calendar: Calendar): Partial<UpcomingItem> {
  const found = IF.exec(text.slice(0, 4_000).replaceAll('’', "'"));
  if (!found) return {};
  const from = found.index + found[0].length;
  const [sentence = ''] = text.slice(from).split(/[.!?](?:\s|$)|\n/, 1);
  const [day] = calendar.days(sentence);
  if (!day || day.from > 2) return {};
  const fallback = sentence.slice(day.to).replace(/^[\s,]*(?:then\s)?/, '');
  const what = `${found.groups?.what} is ${found.groups?.done ?? 'done'}`.trim();
  return fallback === ''
    ? {}
    : { contingency: [{ text: what }], contingencyBy: day.day, fallback: [{ text: fallback }] };
}

const SPRINT_WORDS = `(?:(?:target |next )?sprint(?: (?:start(?:s|ing)?|begin(?:s|ning)?|of|from|on))?|(?:start(?:s|ing)?|begin(?:s|ning)?)(?: (?:on|of|the week of))?)`;
/** "(sprint starting March 24)", "— sprint of 2025-03-24". */
const SPRINT = new RegExp(
  String.raw`\s{0,3}(?:[([]\s?|[—–|,-]\s)${SPRINT_WORDS}:?\s{1,3}(?<day>[^()[\]\n]{2,40}?)\s?(?:[)\]]|$)`,
  'iu',
);
const LONGEST_TITLE = 200;

/** The first line as title and sprint; what follows them speaks for the intent. */
function addHead(fields: Fields, text: RichText, calendar: Calendar): void {
  const whole = plainText(text);
  const [line = ''] = whole.split('\n', 1);
  const sprint = sprintIn(line, calendar);
  const cut = sprint ?? joint(line.slice(0, LONGEST_TITLE));
  const end = cut ? cut.index : line.length;
  fields.add('title', '', trimJoints(sliceText(text, 0, end)));
  fields.add('sprintStart', 'Sprint start', sprint ? [{ text: sprint.groups?.day ?? '' }] : []);
  fields.add('intent', '', trimText(sliceText(text, end + (cut?.[0].length ?? 0))));
}

function sprintIn(line: string, calendar: Calendar): RegExpExecArray | null {
  const match = SPRINT.exec(line.slice(0, LONGEST_TITLE));
  return match && calendar.days(match.groups?.day ?? '').length > 0 ? match : null;
}

/**
 * A title with a sprint, product intent and engineering's view: as a heading with text under it, as an item with
 * items under it, or as a paragraph that is followed by others which begin with a label.
 */
export const upcomingEntry: Recogniser = (nodes, at, context) => {
  const entry = entryAt(nodes, at);
  if (entry === null || (context.section !== null && context.section.kind !== 'upcoming')) return null;
  if (splitAtLabels(entry.text, LABELS)[0]?.text.length === 0) return null;
  const used = entry.used + labelledAfter(nodes, at + entry.used);
  const text = joinLines([entry.text, ...nodes.slice(at + entry.used, at + used).map(textOf)]);
  const [first, ...labelled] = splitAtLabels(text, LABELS);
  const title = first?.text ?? [];
  const [line = ''] = plainText(title).split('\n', 1);
  const evident = labelled.some(isTelling) || sprintIn(line, context.calendar) !== null;
  const listed = context.section !== null && isTopItem(nodes[at]);
  if (line === '' || !(evident || listed)) return null;
  const fields = Fields.of(labelled);
  addHead(fields, title, context.calendar);
  return { blocks: [buildUpcoming(fields, context)], used };
};

function isTelling({ field }: LabelledPart): boolean {
  return field === 'intent' || field === 'engineering' || field === 'sprintStart' || field === 'feasibility';
}

const MOST_PARTS = 20;

/** How many of the nodes from `at` on begin with one of the labels. */
function labelledAfter(nodes: readonly OutlineNode[], at: number): number {
  let end = at;
  for (let node = nodes[end]; end - at < MOST_PARTS && isText(node); node = nodes[++end]) {
    const [first, next] = splitAtLabels(node.text, LABELS);
    if (first?.text.length !== 0 || next === undefined) break;
  }
  return end - at;
}

function isText(node: OutlineNode | undefined): node is OutlineText {
  return node !== undefined && node.kind !== 'table' && node.kind !== 'heading';
}

function textOf(node: OutlineNode): RichText {
  return node.kind === 'table' ? [] : node.text;
}
