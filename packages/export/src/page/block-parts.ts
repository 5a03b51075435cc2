import { type Block, type BlockName, isSaid, make, SIDE_WORDS, type Voice } from '@duet/domain';
import { actionsPart } from './actions.ts';
import { constraintPart } from './constraint.ts';
import { decisionPart } from './decision.ts';
import type { Part } from './page.ts';
import type { PageContext } from './page-context.ts';
import { proseParts } from './prose.ts';
import { questionPart } from './question.ts';
import { riskPart } from './risks.ts';
import { roadmapPart } from './roadmap.ts';
import { upcomingPart } from './upcoming.ts';

type BlockOf<Name extends BlockName> = Extract<Block, { type: Name }>;
/** Lays out blocks of one kind that follow each other. */
type Layout<B extends Block> = (run: readonly B[], context: PageContext) => readonly Part[];

/** How each block is laid out. A block without an entry here does not compile. */
export type Layouts = { readonly [Name in BlockName]: Layout<BlockOf<Name>> };
const layouts: Layouts = {
  textBlock: (run) => proseParts(run),
  sectionHeading: (run, { isFinal }) =>
    run.map(({ id, title, opener }) => ({ kind: 'section', id, title, opener: opener && openerOf(opener, isFinal) })),
  roadmapTable: (run, context) => run.map((table) => roadmapPart(table, context)).filter(hasRows),
  upcomingItem: (run, context) =>
    run.filter((item) => isSaid(item, make.upcomingItem())).map((item) => upcomingPart(item, context)),
  constraint: (run, context) =>
    run.filter((item) => isSaid(item, make.constraint())).map((item) => constraintPart(item, context)),
  riskTable: (run, context) => run.map((table) => riskPart(table, context)).filter(hasRows),
  decision: (run, context) =>
    run.filter((item) => isSaid(item, make.decision())).map((item) => decisionPart(item, context)),
  actionItem: (run, context) => [actionsPart(run, context)].filter(hasRows),
  openQuestion: (run, context) =>
    run.filter((item) => isSaid(item, make.openQuestion())).map((item) => questionPart(item, context)),
};

export function blockParts(blocks: readonly Block[], context: PageContext): readonly Part[] {
  return runsOf(blocks).flatMap((run) => layOut(run, context));
}

/** All blocks of a run have the type of its first, which a lookup by a union of names cannot know. */
function layOut(run: readonly Block[], context: PageContext): readonly Part[] {
  const [first] = run;
  return first === undefined ? [] : (layouts[first.type] as Layout<Block>)(run, context);
}

function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    if (run?.[0]?.type === block.type) run.push(block);
    else runs.push([block]);
  }
  return runs;
}

function hasRows(part: { readonly rows: readonly unknown[] }): boolean {
  return part.rows.length > 0;
}

/** Only of a meeting that is over can be said who opened a section of it. */
function openerOf(side: Voice, isFinal: boolean): { side: Voice; words: string } {
  return { side, words: isFinal ? `Opened by ${SIDE_WORDS[side]}` : `${SIDE_WORDS[side]} opens` };
}
