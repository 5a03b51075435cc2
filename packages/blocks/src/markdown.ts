import type { Block, BlockName, IsoDate, Meeting } from '@duet/domain';
import type { RootContent } from 'mdast';
import { actionItemMarkdown } from './action-item/markdown.ts';
import { constraintMarkdown } from './constraint/markdown.ts';
import { decisionMarkdown } from './decision/markdown.ts';
import type { BlockMarkdown } from './markdown/block-markdown.ts';
import { type Header, readHeader, writeHeader } from './markdown/header.ts';
import { type Around, aroundOf } from './markdown/links.ts';
import { piecesOf } from './markdown/pieces.ts';
import { finish, type Steps } from './markdown/steps.ts';
import { parseTree, renderTree } from './markdown/syntax.ts';
import { openQuestionMarkdown } from './open-question/markdown.ts';
import { riskTableMarkdown } from './risk-table/markdown.ts';
import { roadmapTableMarkdown } from './roadmap-table/markdown.ts';
import { sectionHeadingMarkdown } from './section-heading/markdown.ts';
import { textBlockMarkdown } from './text-block/markdown.ts';
import { upcomingItemMarkdown } from './upcoming-item/markdown.ts';

/** Every block in Markdown. Reading asks them in this order: prose takes whatever the others leave. */
const markdown = {
  sectionHeading: sectionHeadingMarkdown,
  roadmapTable: roadmapTableMarkdown,
  upcomingItem: upcomingItemMarkdown,
  constraint: constraintMarkdown,
  riskTable: riskTableMarkdown,
  decision: decisionMarkdown,
  actionItem: actionItemMarkdown,
  openQuestion: openQuestionMarkdown,
  textBlock: textBlockMarkdown,
} satisfies { readonly [Name in BlockName]: BlockMarkdown<Extract<Block, { type: Name }>> };

/** What is said besides the meeting itself: for readers, since reading it back passes it by. */
interface Told {
  /** Actions that are late on this day say so. */
  readonly today?: IsoDate | null;
  /** That the notes are final, and whose word that is. */
  readonly final?: string | null;
}

/**
 * A meeting as GitHub-flavoured Markdown that people like to read, and that says everything (M33):
 * {@link parseMeetingMarkdown} gives the same meeting again. Ids of blocks to which nothing links are not kept.
 */
export function meetingMarkdown(meeting: Meeting, { today = null, final = null }: Told = {}): string {
  const links = aroundOf(meeting.blocks, today);
  const children = [
    ...writeHeader({ ...meeting, final }, links),
    ...runsOf(meeting.blocks).flatMap((run) => writeRun(run, links)),
  ];
  return renderTree({ type: 'root', children });
}

/** A meeting from Markdown: our own as it was, anybody's with its words as prose. */
export function parseMeetingMarkdown(source: string): Meeting {
  return finish(readMeetingMarkdown(source));
}

/** The same in steps of a few kilobytes, for whoever has other things to do meanwhile. */
export function* readMeetingMarkdown(source: string): Steps<Meeting> {
  let header: Header | null = null;
  const blocks: Block[] = [];
  for (const { text, goesOn } of piecesOf(source)) {
    let nodes: readonly RootContent[] = parseTree(text).children;
    if (header === null) ({ header, rest: nodes } = readHeader(nodes, text));
    const read = readBlocks(nodes, text);
    for (const block of goesOn ? joinedTo(blocks, read) : read) blocks.push(block);
    yield;
  }
  return { ...(header ?? readHeader([], '').header), blocks };
}

/** What is new in a piece that goes on with a table: rows of ours join it; of another the head came a second time. */
function joinedTo(blocks: Block[], [first, ...rest]: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  if (first?.type === 'textBlock' || first === undefined) return rest;
  if (first.type === 'roadmapTable' && last?.type === 'roadmapTable')
    blocks[blocks.length - 1] = { ...last, rows: [...last.rows, ...first.rows] };
  else if (first.type === 'riskTable' && last?.type === 'riskTable')
    blocks[blocks.length - 1] = { ...last, rows: [...last.rows, ...first.rows] };
  else return [first, ...rest];
  return rest;
}

/** Neighbours of the same type together: they share a list or table. */
function runsOf(blocks: readonly Block[]): readonly (readonly [Block, ...Block[]])[] {
  const runs: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last?.[0].type === block.type) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** Looked up by the type that all blocks of the run have; a union of names loses that they belong together. */
function writeRun<B extends Block>(run: readonly [B, ...B[]], links: Around): RootContent[] {
  const definition = markdown[run[0].type as BlockName] as BlockMarkdown as BlockMarkdown<B>;
  return definition.write(run, links);
}

function readBlocks(nodes: readonly RootContent[], source: string): readonly Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < nodes.length; ) {
    // Two nodes are the most that a block takes.
    const here = nodes.slice(start, start + 2);
    for (const definition of Object.values<BlockMarkdown>(markdown)) {
      const reading = definition.read(here, source);
      if (reading === null) continue;
      blocks.push(...reading.blocks);
      start += reading.taken;
      break;
    }
  }
  return blocks;
}
