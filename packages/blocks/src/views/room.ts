import type { Attendee, IsoDate, ReadinessPart, SeriesDecision } from '@duet/domain';
import { createContext, useContext } from 'react';

/** What the controls of all blocks know of the meeting around them. */
export interface Room {
  readonly editable: boolean;
  readonly today: IsoDate;
  /** The day of the meeting. */
  readonly date: IsoDate | null;
  readonly me: Pick<Attendee, 'name' | 'side' | 'role'>;
  readonly attendees: readonly Attendee[];
  /** Names in the document, without `@`: owners and mentions. Read when a picker opens. */
  namesInDocument(): readonly string[];
  /** The first day of the next sprint that something is planned for. Read when a calendar opens. */
  nextSprint(): IsoDate | null;
}

/** How a section of the agenda is going, by the id of its heading: what the shared clock says of it. */
export interface SectionProgress {
  readonly state: 'now' | 'done';
  /** "4:40 of 12:00". */
  readonly words: string;
}
export type AgendaProgress = Readonly<Record<string, SectionProgress>>;

/** Apart from the room, since it changes every second and concerns only headings. */
const AgendaContext = createContext<AgendaProgress>({});
export const AgendaProvider = AgendaContext.Provider;

export function useSectionProgress(headingId: string): SectionProgress | null {
  return useContext(AgendaContext)[headingId] ?? null;
}

/** What is ready before the meeting, read off the document by the page around the editor. */
const ReadinessContext = createContext<readonly ReadinessPart[]>([]);
export const ReadinessProvider = ReadinessContext.Provider;
export const useReadinessParts = (): readonly ReadinessPart[] => useContext(ReadinessContext);

/** What the other meetings of the series decided (M36). */
export interface SeriesMemory {
  readonly decisions: readonly SeriesDecision[];
  /** Whether this page is connected. Only then does it offer to replace a decision: others may have done so already. */
  readonly isLive: boolean;
  /** The address of an entry of another meeting. */
  hrefOf(meetingId: string, blockId: string): string;
  /** Whether a decision may be replaced, by the document as it is at this moment. */
  isReplaceable(id: string): boolean;
}

/** Apart from the room, since it comes when the notes are there already and concerns only decisions. */
const MemoryContext = createContext<SeriesMemory | null>(null);
export const SeriesMemoryProvider = MemoryContext.Provider;
export const useSeriesMemory = (): SeriesMemory | null => useContext(MemoryContext);

const RoomContext = createContext<Room | null>(null);
export const RoomProvider = RoomContext.Provider;

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('Controls of a block were drawn outside an editor. Draw them in a RoomProvider.');
  return room;
}
