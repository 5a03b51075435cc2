import type { IsoDate } from '@duet/domain';

/** What a block needs to know of the whole to lay itself out. */
export interface PageContext {
  readonly today: IsoDate;
  readonly meetingDate: IsoDate | null;
  readonly isFinal: boolean;
  /** The day on which what final notes leave open comes back; null while they are not final. */
  readonly carriedTo: IsoDate | null;
}
