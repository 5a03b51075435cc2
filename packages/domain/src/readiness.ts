import type { Block, UpcomingItem } from './blocks.ts';
import { itemsAhead } from './feasibility-gate.ts';
import { decisions, type Meeting, riskRows, roadmapRows, sections } from './meeting.ts';
import type { Voice } from './people.ts';
import { isBlank, plainText } from './rich-text.ts';
import { isStale } from './roadmap-status.ts';
import { isWritten, textsOf, titleOf } from './written.ts';

export const READINESS_KEYS = ['statuses', 'upcoming', 'risks', 'decisions', 'design-docs'] as const;
export type ReadinessKey = (typeof READINESS_KEYS)[number];

/** What has to be ready, in words. */
export const READINESS_WORDS: Readonly<Record<ReadinessKey, string>> = {
  statuses: 'Roadmap rows say where each item stands',
  upcoming: 'Engineering has looked at upcoming work',
  risks: 'Risks are written down, or “none”',
  decisions: 'Pending decisions say what they wait for',
  'design-docs': 'Design documents are linked',
};

/** One thing to have ready before the meeting. */
export interface ReadinessPart {
  readonly key: ReadinessKey;
  /** Whose part it is; both answer for the risks. */
  readonly sides: readonly Voice[];
  /** What is missing, in words. Empty when it is ready. */
  readonly missing: readonly string[];
}

export interface Readiness {
  readonly done: number;
  readonly total: number;
  readonly missing: readonly string[];
}

/** [M30] What is ready, read off the document: a tick in the checklist proves nothing. */
export function readinessParts(meeting: Meeting): readonly ReadinessPart[] {
  const items = itemsAhead(meeting).filter((item) => isWritten(textsOf.upcomingItem(item)));
  return [
    { key: 'statuses', sides: ['product'], missing: missingStatuses(meeting) },
    { key: 'upcoming', sides: ['engineering'], missing: missingReviews(items) },
    { key: 'risks', sides: ['product', 'engineering'], missing: hasRiskWord(meeting) ? [] : ['risks, or “none”'] },
    { key: 'decisions', sides: ['product'], missing: missingDecisionFacts(meeting) },
    { key: 'design-docs', sides: ['engineering'], missing: missingDocs(items) },
  ];
}

/** [M30] How far one side is, or the whole meeting. */
export function readiness(meeting: Meeting, side?: Voice): Readiness {
  return readinessOf(readinessParts(meeting), side);
}

/** The same of parts at hand. */
export function readinessOf(all: readonly ReadinessPart[], side?: Voice): Readiness {
  const parts = all.filter((part) => side === undefined || part.sides.includes(side));
  return {
    done: parts.filter((part) => part.missing.length === 0).length,
    total: parts.length,
    missing: parts.flatMap((part) => part.missing),
  };
}

/** "4/5, missing: design doc of X". */
export function readinessInWords({ done, total, missing }: Readiness): string {
  return missing.length === 0 ? `${done}/${total}` : `${done}/${total}, missing: ${missing.join(', ')}`;
}

function missingStatuses(meeting: Meeting): readonly string[] {
  const rows = roadmapRows(meeting).filter((row) => isWritten(textsOf.roadmapRow(row)));
  if (rows.length === 0) return ['roadmap rows'];
  return rows
    .filter((row) => row.progress !== 'shipped' && (row.health === null || isStale(row, meeting.date)))
    .map((row) => `status of ${titleOf(textsOf.roadmapRow(row))}`);
}

/** Reviewed means that engineering said something: in words, or by moving the feasibility on. */
function missingReviews(items: readonly UpcomingItem[]): readonly string[] {
  if (items.length === 0) return ['upcoming work'];
  return items
    .filter((item) => item.feasibility === 'needs-talk' && isBlank(item.engineering))
    .map((item) => `engineering view of ${nameOf(item)}`);
}

function missingDocs(items: readonly UpcomingItem[]): readonly string[] {
  return items.filter((item) => !hasLink(item)).map((item) => `design doc of ${nameOf(item)}`);
}

function missingDecisionFacts(meeting: Meeting): readonly string[] {
  return decisions(meeting)
    .filter((decision) => decision.state === 'pending' && isWritten(textsOf.decision(decision)))
    .filter((decision) => isBlank(decision.awaiting))
    .map((decision) => `what “${titleOf(textsOf.decision(decision))}” waits for`);
}

const NO_RISKS = /^(none|no( (new|open))? risks?)\b/i;

/** A risk is written down, or the section of the risks says that there is none. */
function hasRiskWord(meeting: Meeting): boolean {
  if (riskRows(meeting).some((row) => isWritten(textsOf.riskRow(row)))) return true;
  return sections(meeting)
    .filter(({ heading, blocks }) => heading?.key === 'risks' || blocks.some((block) => block.type === 'riskTable'))
    .some(({ blocks }) => blocks.some(saysNoRisks));
}

function saysNoRisks(block: Block): boolean {
  return block.type === 'textBlock' && NO_RISKS.test(plainText(block.text).trim());
}

function hasLink(item: UpcomingItem): boolean {
  const texts = textsOf.upcomingItem(item);
  return texts.some((text) => text.some((run) => run.link !== undefined) || /https?:\/\/\S/.test(plainText(text)));
}

function nameOf(item: UpcomingItem): string {
  return titleOf(textsOf.upcomingItem(item));
}
