import type { Attendee, IsoDate, Meeting } from '@duet/domain';
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
  /** People to offer for `@` and owner fields, beside those in the document. */
  readonly people: readonly Attendee[];
  readonly onReady?: (handle: MeetingEditorHandle) => void;
}

/** What the page around the editor may ask of it. Blocks go by the ids that `read(doc)` gives. */
export interface MeetingEditorHandle {
  /** Scrolls to a block or section heading and, where it can be edited, puts the caret into it. */
  reveal(blockId: string): void;
  /** Inserts an empty block of a kind at the caret, or at the end of the section it belongs to. */
  insert(kind: 'roadmapRow' | 'upcomingItem' | 'constraint' | 'riskRow' | 'decision' | 'actionItem' | 'openQuestion'): void;
  setAttributes(blockId: string, attrs: Readonly<Record<string, string | number | boolean | null>>): void;
  undo(): void;
  redo(): void;
  focus(): void;
}

/** `useMeeting(doc)`: the meeting as the document says it, read again at most once a frame after a change. */
export type UseMeeting = (doc: Y.Doc) => Meeting;
