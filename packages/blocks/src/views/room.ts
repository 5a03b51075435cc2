import type { Attendee, IsoDate } from '@duet/domain';
import { createContext, useContext } from 'react';

/** What the controls of all blocks know of the meeting around them. */
export interface Room {
  readonly editable: boolean;
  readonly today: IsoDate;
  readonly me: Pick<Attendee, 'name' | 'side' | 'role'>;
  readonly attendees: readonly Attendee[];
  /** Names in the document, without `@`: owners and mentions. Read when a picker opens. */
  namesInDocument(): readonly string[];
}

const RoomContext = createContext<Room | null>(null);
export const RoomProvider = RoomContext.Provider;

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('Controls of a block were drawn outside an editor. Draw them in a RoomProvider.');
  return room;
}
