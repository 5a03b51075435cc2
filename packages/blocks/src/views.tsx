import type { BlockName } from '@duet/domain';
import { actionItemLook } from './action-item/view.tsx';
import { constraintCells, constraintLook } from './constraint/view.tsx';
import { decisionCells, decisionLook } from './decision/view.tsx';
import { openQuestionCells, openQuestionLook } from './open-question/view.tsx';
import { riskCells, riskRowLook, riskTableLook } from './risk-table/view.tsx';
import { roadmapCells, roadmapRowLook, roadmapTableLook } from './roadmap-table/view.tsx';
import { sectionHeadingLook } from './section-heading/view.tsx';
import { textBlockLook } from './text-block/view.tsx';
import { upcomingCells, upcomingItemLook } from './upcoming-item/view.tsx';
import type { BlockLook, NodeLook } from './views/look.ts';

export * from './views/avatar.tsx';
export * from './views/look.ts';
export * from './views/option-list.tsx';
export * from './views/person.ts';
export * from './views/room.ts';

/** How each block is drawn. */
const blockLooks = {
  textBlock: textBlockLook,
  sectionHeading: sectionHeadingLook,
  roadmapTable: roadmapTableLook,
  upcomingItem: upcomingItemLook,
  constraint: constraintLook,
  riskTable: riskTableLook,
  decision: decisionLook,
  actionItem: actionItemLook,
  openQuestion: openQuestionLook,
} satisfies Record<BlockName, BlockLook>;

/** How each node of the document is drawn: the blocks, their rows and their cells. */
export const looks: Readonly<Record<string, NodeLook>> = {
  ...blockLooks,
  roadmapRow: roadmapRowLook,
  riskRow: riskRowLook,
  ...roadmapCells,
  ...riskCells,
  ...upcomingCells,
  ...constraintCells,
  ...decisionCells,
  ...openQuestionCells,
};
