import {
  type Block,
  type Meeting,
  newId,
  plain,
  type SectionHeading,
  type Side,
  type TextBlock,
  type TextKind,
  type Voice,
} from '@duet/domain';
import * as Y from 'yjs';
import { insertBlocks, setDetails } from './edits.ts';

/** The sections of a new meeting: key, title, minutes of the 45. Those with minutes alternate who opens. */
const SECTIONS = {
  guide: { title: 'How to run this meeting', minutes: null },
  checklist: { title: 'Before the meeting', minutes: null },
  roadmap: { title: 'Roadmap status', minutes: 8 },
  upcoming: { title: 'Upcoming work', minutes: 12 },
  constraints: { title: 'Technical constraints', minutes: 7 },
  risks: { title: 'Risks', minutes: 6 },
  decisions: { title: 'Decisions', minutes: 5 },
  actions: { title: 'Action items', minutes: 4 },
  questions: { title: 'Open questions', minutes: 3 },
  followup: { title: 'Follow-up', minutes: null },
} as const;

export type SectionKey = keyof typeof SECTIONS;

const GUIDE = [
  'Run it as two. Product and engineering share the floor: each section has an opener, and the other side is asked what looks wrong before anyone moves on.',
  'Constraints come before commitments. Nothing goes from upcoming to in progress, and no date goes to a customer, until engineering has said what it takes.',
  'Spend the time on what is about to go wrong. Status can be read; the room is for surprises, and whoever raises one early has done everybody a favour.',
];

const CHECKLIST: readonly (readonly [Side, string])[] = [
  ['product', 'Roadmap rows say where each item stands today'],
  ['engineering', 'Upcoming work is read, and whatever needs a feasibility talk is marked'],
  ['other', 'New risks and blockers since last time are written down, by both sides'],
  ['product', 'Product decisions that change engineering work are listed as pending or decided'],
  ['engineering', 'Design documents for upcoming work are linked'],
];

const FOLLOWUP = [
  'The notes reach the product team and the engineering leads within two hours. What changes the sprint plan reaches all of engineering before the next sprint starts.',
  'A risk that leaves this meeting without an owner goes to a named person.',
];

/** The blocks of a new meeting. `first` opens the first section; the sides take turns from there (M23). */
export function templateBlocks(first: Voice): readonly Block[] {
  const opens = alternating(first);
  const heading = (key: SectionKey): SectionHeading => {
    const { title, minutes } = SECTIONS[key];
    const opener = minutes === null ? null : opens();
    return { type: 'sectionHeading', id: newId(), key, minutes, opener, title: plain(title) };
  };
  return [
    heading('guide'),
    ...GUIDE.map((line) => prose(line)),
    heading('checklist'),
    ...CHECKLIST.map(([side, line]) => prose(line, 'check', side)),
    heading('roadmap'),
    { type: 'roadmapTable', rows: [] },
    heading('upcoming'),
    prose(''),
    heading('constraints'),
    prose(''),
    heading('risks'),
    { type: 'riskTable', rows: [] },
    heading('decisions'),
    prose(''),
    heading('actions'),
    prose(''),
    heading('questions'),
    prose(''),
    heading('followup'),
    ...FOLLOWUP.map((line) => prose(line)),
  ];
}

function prose(line: string, kind: TextKind = 'paragraph', side: Side | null = null): TextBlock {
  return { type: 'textBlock', id: newId(), kind, level: 2, indent: 0, checked: false, side, text: plain(line) };
}

function alternating(first: Voice): () => Voice {
  let next: Voice = first;
  return () => {
    const now = next;
    next = now === 'product' ? 'engineering' : 'product';
    return now;
  };
}

/** A new meeting as one update. Made by the server, once, when the meeting is made: nobody seeds a document later. */
export function templateUpdate(details: Pick<Meeting, 'title' | 'date'>, first: Voice = 'product'): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    setDetails(doc, details);
    insertBlocks(doc, templateBlocks(first));
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
