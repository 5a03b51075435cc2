import type { AgendaProgress, SeriesMemory } from '@duet/blocks/views';
import type { Attendee, Block, IsoDate, Meeting, ReadinessPart } from '@duet/domain';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

/** The person at this browser, as the server stamped them into the awareness state. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly side: Attendee['side'];
  readonly role: Attendee['role'];
}

export interface MeetingEditorProps {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly me: Me;
  /** False for followers, a locked meeting, or a document that this page may not write (yet). */
  readonly editable: boolean;
  readonly today: IsoDate;
  /** The day of the meeting. */
  readonly date: IsoDate | null;
  /** People to offer for `@` and owner fields, beside those in the document. */
  readonly people: readonly Attendee[];
  readonly onReady?: (handle: MeetingEditorHandle) => void;
  /** How far the agenda is, by the ids of the headings: sections that were opened. Absent ones are still to come. */
  readonly agenda?: AgendaProgress;
  /** What is ready before the meeting. The same object while it says the same: the notes are drawn from it. */
  readonly readiness?: readonly ReadinessPart[];
  /** What the other meetings of the series decided; null until that is known. The same object while it says the same. */
  readonly memory?: SeriesMemory | null;
  /** Something the page should say in a toast: what happened, and how to take it back. */
  readonly onNotice?: (notice: EditorNotice) => void;
}

export interface EditorNotice {
  readonly text: string;
  readonly undo?: () => void;
  /** Something that was asked for was not done, or not as asked. */
  readonly failed?: boolean;
}

/** A place in the document that means the same in every window: a block and how many pixels of it are scrolled off, or, negative, stand above it. */
export interface Place {
  readonly blockId: string;
  readonly offset: number;
  /** Whether who tells it sees their own caret there. */
  readonly seesCaret?: boolean;
}

/** What can be added from anywhere on the page. */
export type InsertKind =
  | 'roadmapRow'
  | 'upcomingItem'
  | 'constraint'
  | 'riskRow'
  | 'decision'
  | 'actionItem'
  | 'openQuestion';

/** What the page around the editor may ask of it. Blocks go by the ids that `read(doc)` gives. */
export interface MeetingEditorHandle {
  /**
   * Scrolls to a block or section heading and, where it can be edited, puts the caret into it: into the text that the model
   * calls `field`, else the first one.
   */
  reveal(blockId: string, field?: string): void;
  /**
   * Scrolls to where the person is whom this one follows, so far that their caret is to be seen where they see it, without touching
   * one's own. Follow mode reads `place` from their awareness state.
   */
  show(place: Place): void;
  /** Scrolls on where the caret of whom this person follows has left what is seen of the page. */
  showLeadersCaret(): void;
  /** Inserts an empty block of a kind at the caret, or at the end of the section it belongs to. */
  insert(kind: InsertKind): void;
  /** The id of the block or row that the caret is in; null for one without. */
  current(): string | null;
  /** The id of the heading of the section that the keyboard is in; null while it is not in the notes. */
  section(): string | null;
  /** Adds a filled block at the end of the section that such blocks stand in. */
  add(block: Block): void;
  setAttributes(blockId: string, attrs: Readonly<Record<string, string | number | boolean | null>>): void;
  /** Makes an upcoming item a row of the roadmap; where it is not cleared, opens its gate instead (M8). */
  startWork(itemId: string): void;
  undo(): void;
  redo(): void;
}

/** `useMeeting(doc)`: the meeting as the document says it, read again at most once a frame after a change. */
export type UseMeeting = (doc: Y.Doc) => Meeting;
